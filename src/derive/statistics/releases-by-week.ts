import type { Instant } from '../../core/instant.ts';
import type { Entry } from '../entry.ts';
import { dayNumber, dayText, weekdayNumber } from './utc-day.ts';

export interface Week {
  /** The day on which it begins, in UTC: `2026-11-23`. */
  readonly monday: string;
  readonly stable: number;
  readonly prereleases: number;
}

/** A year, and with the last one there is a Monday in every month. */
export const WEEKS = 53;

/** The day, as a number, with which the 53 weeks up to that of a moment begin. */
export function firstMonday(asOf: Instant): number {
  const today = dayNumber(asOf);
  return today - weekdayNumber(today) - 7 * (WEEKS - 1);
}

/** How many came out in each of the weeks up to that of a moment, oldest first; that last one need not be over. */
export function releasesByWeek(entries: readonly Entry[], asOf: Instant): Week[] {
  const from = firstMonday(asOf);
  const stable = new Array<number>(WEEKS).fill(0);
  const prereleases = new Array<number>(WEEKS).fill(0);
  for (const { at, prerelease } of entries) {
    const week = Math.floor((dayNumber(at) - from) / 7);
    const counts = prerelease ? prereleases : stable;
    if (week >= 0 && week < WEEKS && at <= asOf) counts[week] = (counts[week] ?? 0) + 1;
  }
  return stable.map((count, week) => ({
    monday: dayText(from + 7 * week),
    stable: count,
    prereleases: prereleases[week] ?? 0,
  }));
}
