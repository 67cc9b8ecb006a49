import { hoursBetween, type Instant } from '../core/instant.ts';
import type { Listing, Listings } from '../core/listing.ts';
import type { PackageRecord } from '../core/package-record.ts';
import type { Scope } from './scope.ts';

/** For so long a release must be absent from complete listings before it counts as withdrawn. */
export const WITHDRAWN_AFTER_HOURS = 24;

/** Whether a loss was refused for long enough that a person who vouches for it is enough. */
export function isConfirmed({ quarantinedAt }: PackageRecord, at: Instant): boolean {
  return quarantinedAt !== undefined && hoursBetween(quarantinedAt, at) >= WITHDRAWN_AFTER_HOURS;
}

/** Why a listing is not believed, and what we hold with the mark that says so. */
export interface Refusal {
  readonly kind: 'shrunk' | 'identity';
  readonly reason: string;
  readonly record: PackageRecord;
}

/** A listing of another project, or one that lost many releases at once; undefined for one that can be believed. */
export function refusal(
  held: PackageRecord,
  { upstream, complete }: Listings,
  listed: ReadonlyMap<string, Listing>,
  isAskedFor: Scope,
  { at, isAccepted = false }: { readonly at: Instant; readonly isAccepted?: boolean },
): Refusal | undefined {
  const isOther =
    held.upstream.id !== undefined && upstream.id !== undefined && held.upstream.id !== upstream.id;
  if (isOther && !isAccepted) {
    const reason = `another project (${upstream.id}) now has the name of ${held.upstream.id}`;
    return { kind: 'identity', reason, record: { ...held, foreignId: upstream.id } };
  }
  const present = held.releases.filter((release) => release.withdrawnAt === undefined && isAskedFor(release));
  const lost = present.filter(({ version }) => !isPresent(listed.get(version)));
  const isEmpty = listed.size === 0 && present.length > 0;
  if (!isEmpty && (!complete || lost.length <= Math.max(3, present.length * 0.2))) return undefined;
  if (isAccepted && isConfirmed(held, at)) return undefined;
  const reason = `the listing has lost ${lost.length} of ${present.length} releases`;
  const quarantinedAt = held.quarantinedAt ?? at;
  return { kind: 'shrunk', reason, record: complete ? { ...held, quarantinedAt } : held };
}

function isPresent(listing: Listing | undefined): boolean {
  return listing !== undefined && listing.tombstone === undefined;
}
