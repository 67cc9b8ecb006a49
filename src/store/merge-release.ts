import type { Instant } from '../core/instant.ts';
import type { Listing } from '../core/listing.ts';
import { toStoredNotes } from '../core/notes.ts';
import type { Release } from '../core/release.ts';
import { sortedAssets } from './merge-assets.ts';

/** A release seen for the first time. */
export function newRelease(listing: Listing, at: Instant): Release {
  return { ...stated(listing), ...statedNotes(listing), seenAt: at };
}

/** A release that we hold, brought up to what its source says now. */
export function mergeRelease(held: Release, listing: Listing): Release {
  const { missingSince: _, withdrawnAt: __, notes, notesCut, notesFrom, ...present } = held;
  const heldNotes = {
    ...(notes && { notes }),
    ...(notesCut && { notesCut }),
    ...(notesFrom && { notesFrom }),
  };
  const keepsNotes = listing.notes === undefined || saysLess(listing, held);
  return {
    ...withoutCleared(present, listing),
    ...stated(listing),
    ...(keepsDate(held, listing) && { publishedAt: held.publishedAt }),
    ...(keepsNotes ? heldNotes : statedNotes(listing)),
  };
}

// A feed dates an entry by its last edit: good enough until something better is known, and no reason for a change.
// So is a release's own date, where only its tag is left.
function keepsDate(held: Release, { notesFrom }: Listing): boolean {
  const isPoorer = notesFrom === 'feed' || (notesFrom === 'tag' && held.notesFrom === 'release');
  return isPoorer && held.publishedAt !== undefined;
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
