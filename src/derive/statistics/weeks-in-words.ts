import { countInWords, dayInWords } from '../words.ts';
import type { Week } from './releases-by-week.ts';

/** What a row of weeks shows: `412 releases in 53 weeks, at most 34 in one, that of 3 March 2026.` */
export function weeksInWords(weeks: readonly Week[]): string {
  const totals = weeks.map(({ stable, prereleases }) => stable + prereleases);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const period = `in ${countInWords(weeks.length, 'week')}`;
  if (all === 0) return `No release ${period}.`;
  const most = Math.max(...totals);
  const day = dayInWords(weeks[totals.lastIndexOf(most)]?.monday ?? '');
  if (all === 1) return `One release ${period}, in that of ${day}.`;
  return `${countInWords(all, 'release')} ${period}, at most ${most.toLocaleString('en-GB')} in one, that of ${day}.`;
}
