import { compareText } from '../../core/compare-text.ts';
import { hoursBetween, type Instant } from '../../core/instant.ts';
import type { Attempts } from './attempts.ts';
import type { Followed } from './followed.ts';
import { askingInterval } from './interval.ts';

/** What a round needs to remember of earlier ones. */
export type Past = Pick<Attempts, 'askedAt' | 'failures' | 'pausedUntil'>;

interface Due {
  readonly package: Followed;
  /** Minutes since it should have been asked; infinite if nobody knows when it was. */
  readonly late: number;
  readonly interval: number;
}

/** The packages whose time has come, most overdue first; never one whose host has asked to be left alone. */
export function duePackages(
  followed: readonly Followed[],
  past: Past,
  at: Instant,
  every: number,
): Followed[] {
  // Rounds are never exact to the second, and to miss one for that would double the interval.
  const tolerance = every / 10;
  return followed
    .filter(({ asked }) => (past.pausedUntil(asked.host) ?? at) <= at)
    .map((one) => toDue(one, past, at, every))
    .filter(({ late }) => late >= -tolerance)
    .sort(mostOverdueFirst)
    .map((due) => due.package);
}

function toDue(one: Followed, past: Past, at: Instant, every: number): Due {
  // After a restart the file still knows that it fails, and nobody how often.
  const failures = past.failures(one.purl) ?? (one.isFailing ? 1 : 0);
  const interval = askingInterval(one, failures, at, every);
  const askedAt = past.askedAt(one.purl);
  // Where the clock went back, “later than now” says nothing.
  const isKnown = askedAt !== undefined && askedAt <= at;
  const late = isKnown ? hoursBetween(askedAt, at) * 60 - interval : Number.POSITIVE_INFINITY;
  return { package: one, late, interval };
}

function mostOverdueFirst(a: Due, b: Due): number {
  const isNew = ({ package: { newestAt } }: Due) => Number(newestAt === undefined);
  if (isNew(a) !== isNew(b)) return isNew(b) - isNew(a);
  if (a.late !== b.late) return a.late > b.late ? -1 : 1;
  return a.interval - b.interval || compareText(a.package.purl, b.package.purl);
}
