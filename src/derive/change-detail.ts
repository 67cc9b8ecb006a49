import type { Change } from '../core/change.ts';
import type { Release } from '../core/release.ts';
import { type ChangeValue, valuesOf } from './change-values.ts';
import { changeInWords } from './change-words.ts';
import type { ChangeItem } from './group-changes.ts';
import { laterNotes } from './later-notes.ts';
import { diffNotes, type NotesDiff } from './notes-diff.ts';
import { countInWords } from './words.ts';

/** What is to be shown of an item of the ledger, before it has a format. */
export interface ChangeDetail {
  readonly words: string;
  readonly before: ChangeValue | undefined;
  readonly after: ChangeValue | undefined;
  readonly diff: NotesDiff | undefined;
  /** The replaced notes as text, where the later ones are not held. */
  readonly replaced: NotesDiff | undefined;
}

/** The change's release as it is now, and all that the ledger says of it, oldest first. */
export interface History {
  readonly release: Release | undefined;
  readonly changes: readonly Change[];
}

const NOTHING = { before: undefined, after: undefined, diff: undefined, replaced: undefined };

/** What an item says: in words, in values, and for the edit of one release’s notes as a comparison. */
export function detailOf(item: ChangeItem, history: History): ChangeDetail {
  const { first, changes } = item;
  if (changes.length > 1) return { ...NOTHING, words: groupInWords(item) };
  const words = changeInWords(first);
  if (first.kind !== 'notes-edited') return { ...NOTHING, words, ...valuesOf(first) };
  const before = Array.isArray(first.before) ? first.before : [];
  const after = laterNotes(first, history.changes, history.release);
  if (after === undefined) return { ...NOTHING, words, replaced: diffNotes(before, []) };
  return { ...NOTHING, words, diff: diffNotes(before, after) };
}

function groupInWords({ first, changes }: ChangeItem): string {
  if (first.kind === 'imported') return `${countInWords(changes.length, 'package')} read for the first time`;
  const last = changes.at(-1);
  return `notes of ${countInWords(changes.length, 'version')} edited at once: ${first.version} … ${last?.version}`;
}
