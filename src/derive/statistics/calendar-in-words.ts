import { countInWords, dayInWords } from '../words.ts';
import type { ReleaseCalendar } from './release-days.ts';

/** What a calendar shows: `Something came out on 120 days since 25 November 2025, most on 3 March 2026: 12 releases.` */
export function calendarInWords({ days, from }: ReleaseCalendar): string {
  const since = `since ${dayInWords(from)}`;
  const [first] = days;
  if (first === undefined) return `Nothing came out ${since}.`;
  const busiest = days.reduce((best, day) => (day.count >= best.count ? day : best), first);
  const most = `${dayInWords(busiest.day)}: ${countInWords(busiest.count, 'release')}`;
  if (days.length === 1) return `Something came out on one day ${since}, ${most}.`;
  return `Something came out on ${countInWords(days.length, 'day')} ${since}, most on ${most}.`;
}
