import type { Instant } from '../../core/instant.ts';
import type { Entry } from '../entry.ts';
import { percentile } from '../latency.ts';
import { stableDays } from './stable-days.ts';
import { dayNumber, dayText } from './utc-day.ts';

/** How regularly stable releases come, and whether the next one should have come by now. All in days. */
export interface Rhythm {
  readonly everyDays: number;
  /** A silence up to this long is still like those before it. */
  readonly usualDays: number;
  readonly silentDays: number;
  /** The day of the newest one. */
  readonly lastDay: string;
  readonly isOverdue: boolean;
}

const LOOKED_AT = 20;
const FEWEST = 5;
// People have weekends, and holidays: below a week no silence means anything.
const SHORTEST = 7;

/**
 * The rhythm of the last 20 gaps between days with a stable release, as of a moment; undefined below five gaps. A silence is too long
 * where it is an outlier among them: beyond the upper fence, the third quartile and 1.5 times the range between the quartiles.
 * J. W. Tukey, Exploratory Data Analysis, 1977; https://en.wikipedia.org/wiki/Outlier#Tukey's_fences
 * Of releases that come by pure chance, one gap in twenty is beyond it.
 */
export function rhythmOf(entries: readonly Entry[], asOf: Instant): Rhythm | undefined {
  const days = stableDays(entries, asOf).slice(-LOOKED_AT - 1);
  const last = days.at(-1);
  if (last === undefined || days.length <= FEWEST) return undefined;
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  gaps.sort((a, b) => a - b);
  const [lower = 0, everyDays = 0, upper = 0] = [25, 50, 75].map((percent) => percentile(gaps, percent));
  const usualDays = Math.max(SHORTEST, Math.floor(upper + 1.5 * (upper - lower)));
  const silentDays = dayNumber(asOf) - last;
  return { everyDays, usualDays, silentDays, lastDay: dayText(last), isOverdue: silentDays > usualDays };
}
