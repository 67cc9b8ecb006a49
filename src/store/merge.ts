import { CHANGE_KINDS, type Change } from '../core/change.ts';
import { compareText } from '../core/compare-text.ts';
import { hoursBetween, type Instant } from '../core/instant.ts';
import type { Listing, Listings } from '../core/listing.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { newestFirst, type Release } from '../core/release.ts';
import type { Upstream } from '../core/upstream.ts';
import { type MergeRules, mergeRelease, newRelease, toChange } from './merge-release.ts';

/** A merge either gives the new state and what changed, or refuses a listing that cannot be believed. */
export type Merged =
  | { readonly status: 'merged'; readonly record: PackageRecord; readonly changes: readonly Change[] }
  | { readonly status: 'refused'; readonly kind: 'shrunk' | 'identity'; readonly reason: string };

/** For so long a release must be absent from complete listings before it counts as withdrawn. */
export const WITHDRAWN_AFTER_HOURS = 24;

/** Joins what upstream lists now with what we hold. Pure; the order of the listing does not matter; nothing is deleted. */
export function mergeListings(
  purl: string,
  held: PackageRecord | undefined,
  listings: Listings,
  rules: MergeRules,
): Merged {
  const listed = byVersion(listings.releases);
  if (held === undefined) return firstImport(purl, listings, listed, rules);
  const refusal = refuse(held, listings, listed, rules);
  if (refusal !== undefined) return refusal;

  const changes = packageChanges(held, listings, rules.at);
  // What was malformed, and dropped, may be the very release that is not listed.
  const showsAbsence = listings.complete && listings.dropped === 0;
  const isAskedFor = scope(listed, rules);
  const releases: Release[] = [];
  for (const release of held.releases) {
    const listing = listed.get(release.version);
    const isAbsent = (showsAbsence || listing !== undefined) && isAskedFor(release);
    const merged = mergeHeld(release, listing, isAbsent, rules);
    releases.push(merged.release);
    changes.push(...merged.details.map((detail) => toChange(detail, purl, release.version, rules.at)));
  }
  const known = new Set(held.releases.map((release) => release.version));
  for (const listing of listed.values()) {
    if (known.has(listing.version)) continue;
    const { release, kind } = mergeNew(listing, held, listings.complete, rules);
    releases.push(release);
    if (kind !== undefined) changes.push(toChange({ kind }, purl, listing.version, rules.at));
  }
  const { unreachableAt: _, ...header } = held;
  const record = {
    ...header,
    upstream: mergeUpstream(held.upstream, listings),
    // An incomplete listing does not go back to a wider `since`: what the next complete one adds is still history.
    since: listings.complete ? rules.since : held.since,
    releases: releases.sort(newestFirst),
  };
  return { status: 'merged', record, changes: sortChanges(changes, record) };
}

function byVersion(listings: readonly Listing[]): Map<string, Listing> {
  const sorted = listings.toSorted(
    (a, b) => compareText(a.version, b.version) || compareText(precedence(a), precedence(b)),
  );
  return new Map(sorted.map((listing) => [listing.version, listing]));
}

// Of two listings of one version the later one counts; the rest only makes the order total.
function precedence(listing: Listing): string {
  return JSON.stringify([listing.publishedAt ?? '', listing.id ?? '', listing]);
}

// A first import announces nothing: one line, and versions that are gone already are history.
function firstImport(
  purl: string,
  { upstream, complete }: Listings,
  listed: Map<string, Listing>,
  { at, since }: MergeRules,
): Merged {
  const releases = [...listed.values()].map((listing) => ({
    ...newRelease(listing, at),
    ...(listing.tombstone && { withdrawnAt: at }),
  }));
  const days = releases.map(({ publishedAt }) => publishedAt).filter((day) => day !== undefined);
  // What an incomplete listing does not reach was not asked for: the complete one that follows it is no news.
  const reached = complete ? since : (days.sort(compareText)[0] ?? since);
  const record = {
    package: purl,
    upstream,
    importedAt: at,
    since: reached,
    releases: releases.sort(newestFirst),
  };
  return { status: 'merged', record, changes: [toChange({ kind: 'imported' }, purl, undefined, at)] };
}

function refuse(
  held: PackageRecord,
  { upstream, complete }: Listings,
  listed: ReadonlyMap<string, Listing>,
  rules: MergeRules,
): Merged | undefined {
  if (held.upstream.id !== undefined && upstream.id !== undefined && held.upstream.id !== upstream.id) {
    const reason = `another project (${upstream.id}) now has the name of ${held.upstream.id}`;
    return { status: 'refused', kind: 'identity', reason };
  }
  const isAskedFor = scope(listed, rules);
  const present = held.releases.filter((release) => release.withdrawnAt === undefined && isAskedFor(release));
  const lost = present.filter(({ version }) => !isPresent(listed.get(version)));
  const empty = listed.size === 0 && present.length > 0;
  if (!empty && (!complete || lost.length <= Math.max(3, present.length * 0.2))) return undefined;
  const reason = `the listing has lost ${lost.length} of ${present.length} releases`;
  return { status: 'refused', kind: 'shrunk', reason };
}

// A poorer reply adds to what we hold; a new name waits for the complete listing that announces it.
function mergeUpstream(held: Upstream, { upstream, complete }: Listings): Upstream {
  if (complete) return upstream;
  return { ...held, ...upstream, ...(held.name !== undefined && { name: held.name }) };
}

type Scope = (release: Release) => boolean;

// What a listing could have held. A repository that begins to publish releases lists them instead of its tags: those are
// then not asked for, rather than lost.
function scope(listed: ReadonlyMap<string, Listing>, { since }: MergeRules): Scope {
  const kinds = new Set([...listed.values()].map(({ notesFrom }) => notesFrom));
  const isOtherKind = ({ notesFrom }: Release) =>
    (notesFrom === 'tag' && kinds.has('release')) || (notesFrom === 'release' && kinds.has('tag'));
  return (release) => {
    const { publishedAt } = release;
    return (
      (since === undefined || publishedAt === undefined || publishedAt >= since) && !isOtherKind(release)
    );
  };
}

function isPresent(listing: Listing | undefined): boolean {
  return listing !== undefined && listing.tombstone === undefined;
}

function mergeHeld(held: Release, listing: Listing | undefined, isAbsent: boolean, rules: MergeRules) {
  if (listing !== undefined && listing.tombstone === undefined) {
    const { release, changes } = mergeRelease(held, listing, rules);
    return { release, details: changes };
  }
  if (!isAbsent || held.withdrawnAt !== undefined) return { release: held, details: [] };
  if (held.missingSince === undefined) return { release: { ...held, missingSince: rules.at }, details: [] };
  if (hoursBetween(held.missingSince, rules.at) < WITHDRAWN_AFTER_HOURS)
    return { release: held, details: [] };
  return { release: { ...held, withdrawnAt: rules.at }, details: [{ kind: 'withdrawn' } as const] };
}

function mergeNew(listing: Listing, held: PackageRecord, complete: boolean, rules: MergeRules) {
  const { publishedAt } = listing;
  const { at } = rules;
  const release = newRelease(listing, at);
  const isHistory = isOlderThanAsked(publishedAt, held, complete, rules);
  if (!listing.tombstone) return { release, kind: isHistory ? undefined : ('published' as const) };
  const isNews = publishedAt !== undefined && publishedAt > held.importedAt;
  return { release: { ...release, withdrawnAt: at }, kind: isNews ? ('withdrawn' as const) : undefined };
}

// What was published before the time that we had asked for until now is history, not news. So is what has no date, in the run that
// goes further back, if this upstream dated all others.
function isOlderThanAsked(
  publishedAt: Instant | undefined,
  held: PackageRecord,
  complete: boolean,
  { since }: MergeRules,
): boolean {
  if (held.since === undefined) return false;
  if (publishedAt !== undefined) return publishedAt < held.since;
  // An incomplete listing never goes back: a feed holds its newest entries, whatever is asked for.
  const goesBack = complete && (since === undefined || since < held.since);
  return goesBack && held.releases.every((release) => release.publishedAt !== undefined);
}

function packageChanges(held: PackageRecord, { upstream, complete }: Listings, at: Instant): Change[] {
  const changes: Change[] = [];
  if (held.unreachableAt !== undefined)
    changes.push(toChange({ kind: 'reachable' }, held.package, undefined, at));
  const { name: before } = held.upstream;
  const { name: after } = upstream;
  if (complete && before !== undefined && after !== undefined && before !== after) {
    changes.push(toChange({ kind: 'renamed', before, after }, held.package, undefined, at));
  }
  return changes;
}

const KINDS = Object.keys(CHANGE_KINDS);

// Oldest release first, as a log reads; within one release in the order of the table of kinds.
function sortChanges(changes: readonly Change[], { releases }: PackageRecord): Change[] {
  const place = new Map(releases.map((release, index) => [release.version, index]));
  const placeOf = ({ version }: Change) =>
    version === undefined ? releases.length : (place.get(version) ?? 0);
  return changes.toSorted(
    (a, b) =>
      placeOf(b) - placeOf(a) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      compareText(a.subject ?? '', b.subject ?? ''),
  );
}
