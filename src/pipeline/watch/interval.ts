import { hoursBetween, type Instant } from '../../core/instant.ts';
import type { Followed } from './followed.ts';

const DAY = 24 * 60;
const LONGEST_BACKOFF = 6 * 60;
// A package that has been silent for four days is asked every two hours, and one that was for 48 days once a day.
const PART_OF_SILENCE = 48;

/**
 * Minutes from one question about a package to the next: the longer it has been silent, the more. One that fails is asked twice as
 * late each time, up to six hours. Never less than `every`, the minutes from one round to the next.
 */
export function askingInterval(
  { newestAt, waits }: Pick<Followed, 'newestAt' | 'waits'>,
  failures: number,
  at: Instant,
  every: number,
): number {
  if (failures > 0) return Math.max(every, Math.min(every * 2 ** failures, LONGEST_BACKOFF));
  if (newestAt === undefined || waits) return every;
  const silent = hoursBetween(newestAt, at) * 60;
  return Math.max(every, Math.min(silent / PART_OF_SILENCE, DAY));
}
