import type { Instant } from '../../core/instant.ts';

const DAY = 86_400_000;

/** Days from 1 January 1970, in UTC. */
export function dayNumber(instant: Instant): number {
  return Math.floor(Date.parse(instant) / DAY);
}

/** `2026-11-20` of such a number. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 for a Monday, 6 for a Sunday: the week of ISO 8601. The first day of all was a Thursday. */
export function weekdayNumber(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
