import type { Instant } from '../../core/instant.ts';
import type { Entry } from '../entry.ts';
import { stableDays } from './stable-days.ts';
import { dayNumber, dayText } from './utc-day.ts';

export interface Silence {
  readonly days: number;
  /** The day of the last release before it. */
  readonly from: string;
  /** The day of the release that ended it; undefined while it lasts. */
  readonly to: string | undefined;
}

/** The longest time that a project was without a stable release after its first one; the latest of equals. */
export function longestSilence(entries: readonly Entry[], asOf: Instant): Silence | undefined {
  const days = stableDays(entries, asOf);
  let longest: Silence | undefined;
  for (const [index, day] of days.entries()) {
    const next = days[index + 1];
    const length = (next ?? dayNumber(asOf)) - day;
    if (longest !== undefined && length < longest.days) continue;
    longest = { days: length, from: dayText(day), to: next === undefined ? undefined : dayText(next) };
  }
  return longest;
}
