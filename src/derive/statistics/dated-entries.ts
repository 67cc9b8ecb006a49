import type { Instant } from '../../core/instant.ts';
import type { Entry } from '../entry.ts';

/**
 * The entries whose day is known. Where upstream gives none, it is the day on which they were first seen; but what was there at the
 * import may be years older, and would make the day of the import look like the busiest of all.
 */
export function datedEntries(entries: readonly Entry[], importedAt: Instant | undefined): Entry[] {
  return entries.filter(
    ({ release: { publishedAt, seenAt } }) =>
      publishedAt !== undefined || (importedAt !== undefined && seenAt > importedAt),
  );
}
