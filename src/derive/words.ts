import type { Instant } from '../core/instant.ts';
import type { Step } from './step.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' });

// A site names the same days thousands of times, and formatting is slow.
const daysInWords = new Map<string, string>();

/** `20 November 2026` */
export function dayInWords(instant: string): string {
  const day = instant.slice(0, 10);
  const words = daysInWords.get(day) ?? DAY.format(new Date(day));
  daysInWords.set(day, words);
  return words;
}

/** `Friday` */
export function weekdayInWords(instant: string): string {
  return WEEKDAY.format(new Date(instant));
}

/** `20 November 2026, 10:12 UTC` */
export function momentInWords(instant: Instant): string {
  return `${dayInWords(instant)}, ${instant.slice(11, 16)} UTC`;
}

const STEP_WORDS = {
  major: 'major',
  minor: 'minor',
  patch: 'patch',
  prerelease: 'pre-release',
  other: 'release',
};

/** `minor`, `minor, may break` (below 1.0), `pre-release` … */
export function stepInWords({ kind, breaking }: Step): string {
  return breaking && kind !== 'major' ? `${STEP_WORDS[kind]}, may break` : STEP_WORDS[kind];
}

/** A cadence: `every 9 days`, `every 5 months`. */
export function cadenceInWords(days: number | undefined): string {
  if (days === undefined) return 'too few releases to tell';
  if (days < 1) return 'several a day';
  if (days < 1.5) return 'every day';
  if (days < 60) return `every ${Math.round(days)} days`;
  return days < 730 ? `every ${Math.round(days / 30.44)} months` : `every ${Math.round(days / 365.25)} years`;
}

/** `1 release`, `2 releases` */
export function countInWords(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `460.6 kB`, in powers of 1,000. */
export function sizeInWords(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power]}`;
}

/** How far behind: `within the hour`, `3 hours later`, `2 days later`. */
export function lagInWords(hours: number): string {
  return hours < 1 ? 'within the hour' : `${spanInWords(hours)} later`;
}

/** A stretch of time: `less than a minute`, `15 minutes`, `3 hours`, `2 days`. */
export function spanInWords(hours: number): string {
  if (hours < 1 / 60) return 'less than a minute';
  if (hours < 1) return countInWords(Math.floor(hours * 60), 'minute');
  if (hours < 48) return countInWords(Math.round(hours), 'hour');
  const days = hours / 24;
  if (days < 60) return countInWords(Math.round(days), 'day');
  if (days < 730) return countInWords(Math.round(days / 30.44), 'month');
  return countInWords(Math.round(days / 365.25), 'year');
}

/** `November 2026` of `2026/11` or `2026-11`. */
export function monthInWords(month: string): string {
  return dayInWords(`${month.slice(0, 7).replace('/', '-')}-01`).slice(2);
}

const SHORT_MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' });

/** `Nov` of `2026-11`, never more than three letters: in Britain September has four. */
export function shortMonthInWords(month: string): string {
  return SHORT_MONTH.format(new Date(month.slice(0, 7))).slice(0, 3);
}
