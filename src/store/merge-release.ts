import { CHANGE_KINDS, type Change, type ChangeKind } from '../core/change.ts';
import { hoursBetween, type Instant } from '../core/instant.ts';
import type { Listing } from '../core/listing.ts';
import { notesHash, toStoredNotes } from '../core/notes.ts';
import { type Release, releasedAt } from '../core/release.ts';
import { assetChanges, sortedAssets } from './merge-assets.ts';

/** What the merge of one package is given besides the two sides. */
export interface MergeRules {
  /** The moment of observation: `at` of every change. */
  readonly at: Instant;
  /** The earliest publication that was asked for. */
  readonly since: Instant | undefined;
  /** Tags that are meant to move. */
  readonly isRolling: (version: string) => boolean;
  /** A tag of an image is built again on purpose, with the fixes of what it is built upon: that is no alert. */
  readonly isImage?: boolean;
}

/** What a change says beyond its kind; the rest is filled in by the merge. */
export type ChangeDetail = Pick<Change, 'kind' | 'subject' | 'before' | 'after'>;

const SETTLED_AFTER_HOURS = 24;

/** A release seen for the first time. */
export function newRelease(listing: Listing, at: Instant): Release {
  return { ...stated(listing), ...statedNotes(listing), seenAt: at };
}

/** A release that we hold, brought up to what its source says now, and the changes that this makes. */
export function mergeRelease(
  held: Release,
  listing: Listing,
  rules: MergeRules,
): { release: Release; changes: ChangeDetail[] } {
  const { missingSince: _, withdrawnAt, notes, notesCut, notesFrom, ...present } = held;
  const keepsNotes = listing.notes === undefined || saysLess(listing, held);
  const heldNotes = {
    ...(notes && { notes }),
    ...(notesCut && { notesCut }),
    ...(notesFrom && { notesFrom }),
  };
  const release = {
    ...withoutCleared(present, listing),
    ...stated(listing),
    ...(keepsDate(held, listing) && { publishedAt: held.publishedAt }),
    ...(keepsNotes ? heldNotes : statedNotes(listing)),
  };
  const changes = [
    ...(withdrawnAt === undefined ? [] : [{ kind: 'restored' } as const]),
    ...stateChanges(held, listing),
    ...(keepsNotes ? [] : notesChanges(held, listing)),
    ...settledChanges(held, listing, rules),
  ];
  return { release, changes };
}

function stateChanges(held: Release, listing: Listing): ChangeDetail[] {
  const changes: ChangeDetail[] = [];
  if (held.prerelease && listing.prerelease === false) changes.push({ kind: 'promoted' });
  changes.push(...dateChanges(held, listing));
  if (held.title !== undefined && listing.title !== undefined && held.title !== listing.title) {
    changes.push({ kind: 'retitled', before: held.title, after: listing.title });
  }
  changes.push(...markChanges('yanked', 'unyanked', held.yanked, listing.yanked));
  changes.push(...markChanges('deprecated', 'undeprecated', held.deprecated, listing.deprecated));
  return changes;
}

// A feed dates an entry by its last edit: good enough until something better is known, and no reason for a change.
// So is a release's own date, where only its tag is left.
function keepsDate(held: Release, { notesFrom }: Listing): boolean {
  const isPoorer = notesFrom === 'feed' || (notesFrom === 'tag' && held.notesFrom === 'release');
  return isPoorer && held.publishedAt !== undefined;
}

// A tag and the release that is made of it have dates of their own.
function dateChanges(held: Release, listing: Listing): ChangeDetail[] {
  const { publishedAt: before, notesFrom } = held;
  const { publishedAt: after } = listing;
  if (before === undefined || after === undefined || before === after) return [];
  if (notesFrom === 'feed' || keepsDate(held, listing)) return [];
  if (notesFrom === 'tag' && listing.notesFrom === 'release') return [];
  return [{ kind: 'redated', before, after }];
}

// A reason that is reworded is stored, but is no change.
function markChanges(
  set: ChangeKind,
  cleared: ChangeKind,
  held: string | undefined,
  said: string | false | undefined,
): ChangeDetail[] {
  if (said === undefined) return [];
  if (held === undefined) return said ? [{ kind: set, after: said }] : [];
  return said ? [] : [{ kind: cleared, before: held }];
}

// `notesFrom` without notes means that upstream said there were none: only then is a first text an edit.
function notesChanges(held: Release, listing: Listing): ChangeDetail[] {
  if (listing.notes === undefined || held.notesFrom === undefined || held.notesFrom !== listing.notesFrom)
    return [];
  const { notes, notesCut } = toStoredNotes(listing.notes);
  const same = (notes ?? []).join('\n') === (held.notes ?? []).join('\n') && notesCut === held.notesCut;
  if (same) return [];
  return [
    {
      kind: 'notes-edited',
      before: held.notes ?? [],
      after: notesHash(listing.notes.replaceAll('\r\n', '\n')),
    },
  ];
}

// Uploads and re-tags of the first day are how releases are made; a rolling tag is meant to move.
function settledChanges(held: Release, listing: Listing, rules: MergeRules): ChangeDetail[] {
  const { at, isRolling, isImage = false } = rules;
  if (isRolling(held.version) || hoursBetween(releasedAt(held), at) < SETTLED_AFTER_HOURS) return [];
  const moved = held.commit !== undefined && listing.commit !== undefined && held.commit !== listing.commit;
  const changes = assetChanges(held, listing);
  if (isImage) return changes.map((change) => ({ ...change, kind: 'rebuilt' as const }));
  if (moved)
    changes.unshift({ kind: 'tag-moved', subject: held.version, before: held.commit, after: listing.commit });
  return changes;
}

/** What the listing says but for the notes, as stored fields; what it does not say is absent. */
function stated(listing: Listing): Omit<Release, 'seenAt'> {
  const { prerelease, yanked, deprecated, immutable, title, author, assets, ...rest } = listing;
  const { notes: _, notesFrom: __, tombstone: ___, ...plain } = rest;
  return {
    ...plain,
    ...(prerelease === true && { prerelease }),
    ...(yanked && { yanked }),
    ...(deprecated && { deprecated }),
    ...(immutable === true && { immutable }),
    ...(title && { title }),
    ...(author && { author }),
    ...(assets !== undefined && assets.length > 0 && { assets: sortedAssets(assets) }),
  };
}

function statedNotes({ notes, notesFrom }: Listing): Pick<Release, 'notes' | 'notesCut' | 'notesFrom'> {
  return { ...(notes !== undefined && toStoredNotes(notes)), ...(notesFrom && { notesFrom }) };
}

const CLEARABLE = ['prerelease', 'yanked', 'deprecated', 'immutable', 'title', 'author'] as const;

function withoutCleared<Fields extends Partial<Release>>(held: Fields, listing: Listing): Fields {
  const result = { ...held };
  for (const key of CLEARABLE) {
    if (listing[key] === false || listing[key] === '') delete result[key];
  }
  if (listing.assets?.length === 0) delete result.assets;
  return result;
}

// A poorer source does not replace what a better one wrote, and the silence of a better one does not wipe what a poorer one did.
// Where a better one wrote nothing, a changelog may speak, but no feed: GitHub's fills it with the message of the commit.
function saysLess({ notes = '', notesFrom }: Listing, held: Release): boolean {
  const difference = rankOf(notesFrom) - rankOf(held.notesFrom);
  const isSilent = notes.trim() === '';
  if (difference > 0) return isSilent && held.notes !== undefined;
  return difference < 0 && (held.notes !== undefined || isSilent || notesFrom === 'feed');
}

const NOTES_RANK = ['feed', 'changelog', 'tag', 'release'];

function rankOf(notesFrom: Release['notesFrom']): number {
  return notesFrom === undefined ? -1 : NOTES_RANK.indexOf(notesFrom);
}

/** A whole change out of its detail. */
export function toChange(
  detail: ChangeDetail,
  purl: string,
  version: string | undefined,
  at: Instant,
): Change {
  const { kind, subject, before, after } = detail;
  return {
    at,
    kind,
    package: purl,
    ...(version !== undefined && { version }),
    ...(subject !== undefined && { subject }),
    severity: CHANGE_KINDS[kind].severity,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}
