import { hoursBetween, type Instant } from '../core/instant.ts';
import type { PackageRecord } from '../core/package-record.ts';

/** How long releases were out before we saw them, in hours. Undefined where nothing was measured. */
export interface Latency {
  readonly samples: number;
  readonly p50: number | undefined;
  readonly p95: number | undefined;
}

const LOOKED_BACK_HOURS = 90 * 24;

/** The latency over releases seen in the 90 days before a moment. */
export function latencyOf(records: Iterable<PackageRecord>, asOf: Instant): Latency {
  const hours = latencies(records, asOf);
  return { samples: hours.length, p50: percentile(hours, 50), p95: percentile(hours, 95) };
}

/**
 * For each release seen in the 90 days before a moment, how many hours it was out before; in ascending order. What was out before the
 * import of its package was not waited for, and what upstream dates after we saw it was not late.
 */
export function latencies(records: Iterable<PackageRecord>, asOf: Instant): number[] {
  const hours: number[] = [];
  for (const { importedAt, releases } of records) {
    for (const { publishedAt, seenAt } of releases) {
      if (publishedAt === undefined || publishedAt < importedAt || publishedAt > seenAt) continue;
      if (seenAt <= importedAt || seenAt > asOf || hoursBetween(seenAt, asOf) > LOOKED_BACK_HOURS) continue;
      hours.push(hoursBetween(publishedAt, seenAt));
    }
  }
  return hours.sort((a, b) => a - b);
}

/** The nearest-rank percentile of sorted numbers. https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method */
export function percentile(sorted: readonly number[], percent: number): number | undefined {
  return sorted[Math.max(Math.ceil((percent * sorted.length) / 100), 1) - 1];
}
