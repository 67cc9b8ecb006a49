import type { Instant } from '../core/instant.ts';
import type { Listing, Listings } from '../core/listing.ts';

/**
 * The releases of a listing that are asked for: those since a moment, and those without a date. What upstream itself calls its
 * latest is always among them, or a lower version that came out later would pass for the one to use.
 */
export function wantedOf(
  { releases, upstream }: Pick<Listings, 'releases' | 'upstream'>,
  since: Instant | undefined,
): Listing[] {
  const latest = upstream.tags?.['latest'];
  return releases.filter(
    ({ version, publishedAt }) =>
      since === undefined || publishedAt === undefined || publishedAt >= since || version === latest,
  );
}
