import type { Instant } from '../../../src/core/instant.ts';
import type { FetchReport } from '../../../src/pipeline/fetch.ts';
import type { Followed } from '../../../src/pipeline/watch/followed.ts';

export const NOW = '2026-11-20T10:00:00Z';

/** So many hours before NOW. */
export function hoursAgo(hours: number): Instant {
  return `${new Date(Date.parse(NOW) - hours * 3_600_000).toISOString().slice(0, 19)}Z`;
}

/** A package that released a year ago, at a host that bears much. */
export function aFollowed(name: string, fields: Partial<Followed> = {}): Followed {
  const asked = { host: 'npm', requestsADay: 50_000, cost: 1 };
  return {
    purl: `pkg:npm/${name}`,
    asked,
    newestAt: hoursAgo(365 * 24),
    waits: false,
    isFailing: false,
    ...fields,
  };
}

/** A run in which all was read and nothing was new. */
export function aReport(fields: Partial<FetchReport> = {}): FetchReport {
  const counts = {
    packages: 1,
    succeeded: 1,
    changes: 0,
    published: 0,
    guardTripped: false,
    superseded: 0,
    differingLists: [],
  };
  return { at: NOW, ...counts, paths: [], failures: [], requests: {}, ...fields };
}
