import type { Instant } from '../../core/instant.ts';
import type { Entry } from '../entry.ts';
import { firstMonday } from './releases-by-week.ts';
import { dayNumber, dayText, weekdayNumber } from './utc-day.ts';

/** A day in a calendar whose columns are weeks and whose rows are weekdays, both from 0; rows begin with Monday. */
export interface ReleaseDay {
  readonly day: string;
  readonly week: number;
  readonly weekday: number;
  readonly count: number;
}

export interface ReleaseCalendar {
  /** The Monday with which it begins, and the day with which it ends. */
  readonly from: string;
  readonly to: string;
  /** The days on which something came out, oldest first. */
  readonly days: readonly ReleaseDay[];
}

/** On which days of the 53 weeks up to that of a moment entries came out. */
export function releaseDays(entries: readonly Entry[], asOf: Instant): ReleaseCalendar {
  const from = firstMonday(asOf);
  const counts = new Map<number, number>();
  for (const { at } of entries) {
    const day = dayNumber(at);
    if (day >= from && at <= asOf) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const days = [...counts].sort(([a], [b]) => a - b);
  return {
    from: dayText(from),
    to: dayText(dayNumber(asOf)),
    days: days.map(([day, count]) => ({
      day: dayText(day),
      week: Math.floor((day - from) / 7),
      weekday: weekdayNumber(day),
      count,
    })),
  };
}
