import type { Change } from '../core/change.ts';
import { compareText } from '../core/compare-text.ts';
import { hoursBetween, type Instant } from '../core/instant.ts';
import type { Listing, Listings } from '../core/listing.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { newestFirst, type Release } from '../core/release.ts';
import type { Upstream } from '../core/upstream.ts';
import { classify } from './classify.ts';
import type { ChangeRules } from './classify-release.ts';
import { mergeRelease, newRelease } from './merge-release.ts';
import { isConfirmed, refusal, WITHDRAWN_AFTER_HOURS } from './refuse-listing.ts';
import { type Scope, scopeOf } from './scope.ts';

/** What the merge of one package is given besides the two sides. */
export interface MergeRules extends ChangeRules {
  /** The earliest publication that was asked for. */
  readonly since: Instant | undefined;
  /** A person vouches for what would be refused. */
  readonly isAccepted?: boolean;
}

/** A merge gives the new state and what changed. A listing that cannot be believed changes nothing but the mark that says so. */
export type Merged = {
  readonly record: PackageRecord;
  readonly changes: readonly Change[];
} & (
  | { readonly status: 'merged' }
  | { readonly status: 'refused'; readonly kind: 'shrunk' | 'identity'; readonly reason: string }
);

/** For so long a package that lost many releases at once is not reported again, however often it does. */
const QUARANTINE_HOURS = 30 * 24;

/** Joins what upstream lists now with what we hold. Pure; the order of the listing does not matter; nothing is deleted. */
export function mergeListings(
  purl: string,
  held: PackageRecord | undefined,
  listings: Listings,
  rules: MergeRules,
): Merged {
  const listed = byVersion(listings.releases);
  const isAskedFor = scopeOf(listed, rules.since);
  const refused = held && refusal(held, listings, listed, isAskedFor, rules);
  if (held !== undefined && refused !== undefined) {
    return { status: 'refused', ...refused, changes: classify(held, refused.record, rules) };
  }
  const record =
    held === undefined
      ? firstImport(purl, listings, listed, rules)
      : mergeRecord(held, listings, listed, isAskedFor, rules);
  return { status: 'merged', record, changes: classify(held, record, rules) };
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

function firstImport(
  purl: string,
  { upstream, complete }: Listings,
  listed: Map<string, Listing>,
  { at, since }: MergeRules,
): PackageRecord {
  const releases = [...listed.values()].map((listing) => toNewRelease(listing, at));
  const days = releases.map(({ publishedAt }) => publishedAt).filter((day) => day !== undefined);
  // What an incomplete listing does not reach was not asked for: the complete one that follows it is no news.
  const reached = complete ? since : (days.sort(compareText)[0] ?? since);
  return { package: purl, upstream, importedAt: at, since: reached, releases: releases.sort(newestFirst) };
}

function mergeRecord(
  held: PackageRecord,
  listings: Listings,
  listed: ReadonlyMap<string, Listing>,
  isAskedFor: Scope,
  { at, since, isAccepted = false }: MergeRules,
): PackageRecord {
  const { complete, dropped } = listings;
  // The refused listing was the first one that lacked them, a day ago or more; a person confirms this one.
  const lostSince = isAccepted && isConfirmed(held, at) ? held.quarantinedAt : undefined;
  // What was malformed, and dropped, may be the very release that is not listed.
  const showsAbsence = complete && dropped === 0;
  const releases = held.releases.map((release) => {
    const listing = listed.get(release.version);
    if (listing !== undefined && listing.tombstone === undefined) return mergeRelease(release, listing);
    const isAbsent = (showsAbsence || listing !== undefined) && isAskedFor(release);
    return isAbsent ? mergeAbsence(release, at, lostSince) : release;
  });
  const known = new Set(held.releases.map(({ version }) => version));
  for (const listing of listed.values()) {
    if (!known.has(listing.version)) releases.push(toNewRelease(listing, at));
  }
  const { unreachableAt: _, foreignId: __, quarantinedAt, ...header } = held;
  const isQuarantined =
    quarantinedAt !== undefined &&
    lostSince === undefined &&
    hoursBetween(quarantinedAt, at) < QUARANTINE_HOURS;
  return {
    ...header,
    upstream: mergeUpstream(held.upstream, listings),
    // An incomplete listing does not go back to a wider `since`: what the next complete one adds is still history.
    since: complete ? since : held.since,
    ...(isQuarantined && { quarantinedAt }),
    releases: releases.sort(newestFirst),
  };
}

// Upstream may say itself that a version existed and is gone.
function toNewRelease(listing: Listing, at: Instant): Release {
  return { ...newRelease(listing, at), ...(listing.tombstone && { withdrawnAt: at }) };
}

function mergeAbsence(release: Release, at: Instant, lostSince: Instant | undefined): Release {
  if (release.withdrawnAt !== undefined) return release;
  if (lostSince !== undefined) {
    return { ...release, missingSince: release.missingSince ?? lostSince, withdrawnAt: at };
  }
  if (release.missingSince === undefined) return { ...release, missingSince: at };
  if (hoursBetween(release.missingSince, at) < WITHDRAWN_AFTER_HOURS) return release;
  return { ...release, withdrawnAt: at };
}

// A poorer reply adds to what we hold; a new name waits for the complete listing that announces it.
function mergeUpstream(held: Upstream, { upstream, complete }: Listings): Upstream {
  if (complete) return upstream;
  return { ...held, ...upstream, ...(held.name !== undefined && { name: held.name }) };
}
