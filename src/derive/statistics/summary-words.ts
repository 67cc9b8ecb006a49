import { hoursAfter } from '../../core/instant.ts';
import type { Entry } from '../entry.ts';
import { countInWords, dayInWords } from '../words.ts';
import { shareInWords } from './share-words.ts';
import type { Statistics } from './statistics.ts';
import { dayNumber, WEEKDAYS, weekdayNumber } from './utc-day.ts';

const WEEKS = 12;
/** Of fewer releases no share means anything. */
const MANY = 10;

/** What the statistics come to, in a few sentences. */
export function summaryInWords(statistics: Statistics): string[] {
  const { asOf, entries } = statistics;
  const since = hoursAfter(asOf, -24 * 7 * WEEKS);
  const recent = entries.filter(({ at }) => at > since);
  const period = `in the twelve weeks up to ${dayInWords(asOf)}`;
  if (recent.length === 0) return [`Nothing came out ${period}.`, ...overdueInWords(statistics)];
  const byProject = [...Map.groupBy(recent, ({ project }) => project.name)];
  const projects = countInWords(byProject.length, 'project');
  const released = `${projects} put out ${countInWords(recent.length, 'release')} ${period}`;
  const sentences = [`${released}${busiestDayInWords(recent)}.`];
  const [busiest] = byProject.sort(([, a], [, b]) => b.length - a.length);
  if (busiest !== undefined && byProject.length > 1 && recent.length >= MANY) {
    const [name, own] = busiest;
    sentences.push(
      `The busiest was ${name} with ${own.length}, ${shareInWords(own.length, recent.length)} of them.`,
    );
  }
  return [...sentences, ...overdueInWords(statistics)];
}

function busiestDayInWords(entries: readonly Entry[]): string {
  if (entries.length < MANY) return '';
  const days = WEEKDAYS.map(() => 0);
  for (const { at } of entries) {
    const weekday = weekdayNumber(dayNumber(at));
    days[weekday] = (days[weekday] ?? 0) + 1;
  }
  const most = Math.max(...days);
  return `, ${shareInWords(most, entries.length)} of them on a ${WEEKDAYS[days.indexOf(most)]}`;
}

function overdueInWords({ projects }: Statistics): string[] {
  const known = projects.filter(({ rhythm }) => rhythm !== undefined);
  if (known.length === 0) return [];
  const overdue = known.filter(({ rhythm }) => rhythm?.isOverdue);
  if (overdue.length === 0) return ['By its own rhythm, none is overdue.'];
  return [
    `By ${overdue.length === 1 ? 'its' : 'their'} own rhythm, ${countInWords(overdue.length, 'project')} ${overdue.length === 1 ? 'is' : 'are'} overdue.`,
  ];
}
