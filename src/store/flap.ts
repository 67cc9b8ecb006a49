import { CHANGE_KINDS, type Change, type ChangeKind } from '../core/change.ts';
import { hoursBetween } from '../core/instant.ts';
import { notesHash } from '../core/notes.ts';

const FLAP_HOURS = 7 * 24;

const OPPOSITES: Partial<Record<ChangeKind, ChangeKind>> = {
  'asset-added': 'asset-removed',
  'asset-removed': 'asset-added',
  yanked: 'unyanked',
  unyanked: 'yanked',
  deprecated: 'undeprecated',
  undeprecated: 'deprecated',
  withdrawn: 'restored',
  restored: 'withdrawn',
  unreachable: 'reachable',
  reachable: 'unreachable',
};

/** The changes, marked where they undo one of the same subject that `recent` holds and that is at most seven days old. */
export function markFlaps(changes: readonly Change[], recent: readonly Change[]): Change[] {
  if (changes.length === 0) return [];
  const bySubject = Map.groupBy(recent, subjectOf);
  return changes.map((change) => {
    const earlier = bySubject.get(subjectOf(change)) ?? [];
    return earlier.some((one) => undoes(change, one)) ? { ...change, flap: true } : change;
  });
}

function undoes(change: Change, earlier: Change): boolean {
  if (hoursBetween(earlier.at, change.at) > FLAP_HOURS) return false;
  if (OPPOSITES[change.kind] !== undefined) return OPPOSITES[change.kind] === earlier.kind;
  // A value that is as it was before: also where it took another one on the way.
  return change.kind === earlier.kind && change.after !== undefined && change.after === valueBefore(earlier);
}

function valueBefore({ before }: Change): string | undefined {
  return Array.isArray(before) ? notesHash(before.join('\n')) : before;
}

/** What a change is about: changes of one subject follow one another, and may undo one another. */
export function subjectOf({ package: purl, version, kind, subject }: Change): string {
  return JSON.stringify([purl, version, CHANGE_KINDS[kind].about, subject]);
}
