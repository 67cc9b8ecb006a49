import type { Change } from '../core/change.ts';
import { notesHash } from '../core/notes.ts';
import type { Release } from '../core/release.ts';

/**
 * The text that an edit left, as lines: the release’s present notes or what its next edit replaced, if that has the hash which the
 * edit names; else undefined, for it is not held. Changes are those of the release, oldest first.
 */
export function laterNotes(
  edit: Change,
  changes: readonly Change[],
  release: Pick<Release, 'notes' | 'notesCut'> | undefined,
): readonly string[] | undefined {
  const { notes = [], notesCut } = release ?? {};
  if (release !== undefined && (notesCut ?? hashOf(notes)) === edit.after) return notes;
  const edits = changes.filter(({ kind }) => kind === 'notes-edited');
  const before = edits[edits.indexOf(edit) + 1]?.before;
  return Array.isArray(before) && hashOf(before) === edit.after ? before : undefined;
}

function hashOf(lines: readonly string[]): string {
  return notesHash(lines.join('\n'));
}
