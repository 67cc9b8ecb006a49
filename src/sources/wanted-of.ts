import type { Instant } from '../core/instant.ts';
import type { Listing, Listings } from '../core/listing.ts';
import type { Upstream } from '../core/upstream.ts';

/**
 * Whether a release is asked for: one that is not older than a moment, or has no date and may be young. What upstream itself calls
 * its latest always is, or a lower version that came out later would pass for the one to use.
 */
export function isWanted(
  { version, publishedAt }: Listing,
  { tags }: Upstream,
  since: Instant | undefined,
): boolean {
  const isInTime = since === undefined || publishedAt === undefined || publishedAt >= since;
  return isInTime || version === tags?.['latest'];
}

/** The releases of a listing that are asked for. */
export function wantedOf(
  { releases, upstream }: Pick<Listings, 'releases' | 'upstream'>,
  since: Instant | undefined,
): Listing[] {
  return releases.filter((listing) => isWanted(listing, upstream, since));
}
