import type { Change, ChangeKind } from '../core/change.ts';
import { hoursBetween, type Instant } from '../core/instant.ts';
import { notesHash } from '../core/notes.ts';
import { isPlaceholder } from '../core/notes-placeholder.ts';
import { type Release, releasedAt } from '../core/release.ts';
import { assetChanges } from './asset-changes.ts';

/** What is known of a package besides its two states. */
export interface ChangeRules {
  /** The moment of observation: `at` of every change. */
  readonly at: Instant;
  /** Tags that are meant to move. */
  readonly isRolling: (version: string) => boolean;
  /** A tag of an image is built again on purpose, with the fixes of what it is built upon: that is no alert. */
  readonly isImage?: boolean;
}

/** What a change says beyond its kind; the rest is filled in by the classifier. */
export type ChangeDetail = Pick<Change, 'kind' | 'subject' | 'before' | 'after'>;

const SETTLED_AFTER_HOURS = 24;

/** What one release that we held before and hold now differs in, as changes. */
export function releaseChanges(before: Release, after: Release, rules: ChangeRules): ChangeDetail[] {
  const isRolling = rules.isRolling(before.version);
  const isSettled = hoursBetween(releasedAt(before), rules.at) >= SETTLED_AFTER_HOURS;
  return [
    ...presenceChanges(before, after),
    ...(before.prerelease && !after.prerelease ? [{ kind: 'promoted' } as const] : []),
    ...markChanges('yanked', 'unyanked', before.yanked, after.yanked),
    ...markChanges('deprecated', 'undeprecated', before.deprecated, after.deprecated),
    ...(isRolling ? [] : [...dateChanges(before, after), ...titleChanges(before, after)]),
    ...(isRolling ? [] : notesChanges(before, after, isSettled)),
    // Uploads and re-tags of the first day are how releases are made.
    ...(isRolling || !isSettled ? [] : fileChanges(before, after, rules)),
  ];
}

function presenceChanges(before: Release, after: Release): ChangeDetail[] {
  if (before.withdrawnAt === undefined) return after.withdrawnAt === undefined ? [] : [{ kind: 'withdrawn' }];
  return after.withdrawnAt === undefined ? [{ kind: 'restored' }] : [];
}

// A tag and the release that is made of it have dates of their own, and a feed dates an entry by its last edit.
function dateChanges(held: Release, now: Release): ChangeDetail[] {
  const { publishedAt: before } = held;
  const { publishedAt: after } = now;
  if (before === undefined || after === undefined || before === after) return [];
  if (held.notesFrom === 'feed') return [];
  if (held.notesFrom === 'tag' && isReleased(now) && !isReleased(held)) return [];
  return [{ kind: 'redated', before, after }];
}

// Notes may still be those of the tag, where the release has none.
function isReleased({ id, title, notesFrom }: Release): boolean {
  return notesFrom === 'release' || id !== undefined || title !== undefined;
}

// A title that is not said stays, so that one which is gone was cleared.
function titleChanges({ title: before }: Release, { title: after = '' }: Release): ChangeDetail[] {
  if (before === undefined || before === after) return [];
  return [{ kind: 'retitled', before, after }];
}

// A reason that is reworded is stored, but is no change.
function markChanges(
  set: ChangeKind,
  cleared: ChangeKind,
  before: string | undefined,
  after: string | undefined,
): ChangeDetail[] {
  if (before === undefined) return after === undefined ? [] : [{ kind: set, after }];
  return after === undefined ? [{ kind: cleared, before }] : [];
}

// `notesFrom` without notes means that upstream said there were none: only then is a first text an edit. On the first day it is none:
// a release is announced, and its notes follow.
function notesChanges(held: Release, now: Release, isSettled: boolean): ChangeDetail[] {
  if (held.notesFrom === undefined || held.notesFrom !== now.notesFrom) return [];
  const before = held.notes ?? [];
  const after = now.notes ?? [];
  if (before.join('\n') === after.join('\n') && held.notesCut === now.notesCut) return [];
  if (!isSettled && isPlaceholder(before)) return [];
  return [{ kind: 'notes-edited', before, after: now.notesCut ?? notesHash(after.join('\n')) }];
}

function fileChanges(before: Release, after: Release, { isImage = false }: ChangeRules): ChangeDetail[] {
  const changes = assetChanges(before, after);
  if (isImage) return changes.map((change) => ({ ...change, kind: 'rebuilt' as const }));
  const isMoved = before.commit !== undefined && after.commit !== undefined && before.commit !== after.commit;
  if (!isMoved) return changes;
  const moved = {
    kind: 'tag-moved',
    subject: before.version,
    before: before.commit,
    after: after.commit,
  } as const;
  return [moved, ...changes];
}
