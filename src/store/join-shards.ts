import { compareText } from '../core/compare-text.ts';
import { newestFirst, type Release } from '../core/release.ts';

/** The releases of a split package, newest first, and the period in which each lies. */
export interface JoinedShards {
  readonly releases: readonly Release[];
  readonly periods: ReadonlyMap<string, string>;
}

/** Joins the releases of a split package, given by period. */
export function joinShards(shards: ReadonlyMap<string, readonly Release[]>): JoinedShards {
  const byVersion = new Map<string, Release>();
  const periods = new Map<string, string>();
  // Years before months: where a split was killed half-way, the month is the newer home.
  for (const [period, releases] of [...shards].sort(([a], [b]) => compareText(a, b))) {
    for (const release of releases) {
      byVersion.set(release.version, release);
      periods.set(release.version, period);
    }
  }
  return { releases: [...byVersion.values()].sort(newestFirst), periods };
}
