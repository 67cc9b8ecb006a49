import type { ActiveTimes } from './active-times.ts';
import { shareInWords } from './share-words.ts';
import { WEEKDAYS } from './utc-day.ts';

/** What stands out of the times of a week: `Wednesday is the busiest day; about a tenth is put out at the weekend.` */
export function timesInWords({ days, withoutHour }: ActiveTimes): string {
  const all = days.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...days);
  if (all === 0) return 'Nothing came out.';
  const weekend = shareInWords((days[5] ?? 0) + (days[6] ?? 0), all);
  const sentence = `${WEEKDAYS[days.indexOf(most)]} is the busiest day; ${weekend} of it comes at the weekend.`;
  if (withoutHour === 0) return sentence;
  return `${sentence} Of ${withoutHour.toLocaleString('en-GB')} only the day is known.`;
}
