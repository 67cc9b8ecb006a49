import { scaleQuantile } from 'd3-scale';
import type { ReleaseCalendar, ReleaseDay } from '../statistics/release-days.ts';
import { WEEKS } from '../statistics/releases-by-week.ts';
import { dayNumber, weekdayNumber } from '../statistics/utc-day.ts';

/** The days that are drawn alike, and the counts that they have: `2–4`. */
export interface CalendarLevel {
  readonly side: number;
  readonly path: string;
  readonly counts: string;
}

/** A drawing of `weeks` × 7 units, a day in each. */
export interface CalendarCells {
  readonly weeks: number;
  /** A dot for every day that is past. */
  readonly grid: string;
  /** The days with releases: the more, the larger the square. Without the levels that no day has. */
  readonly levels: readonly CalendarLevel[];
}

const SIDES = [0.42, 0.58, 0.74, 0.9] as const;
const DOT = 0.16;

/** A quarter of the days with releases is on each level, so that one flood leaves the others as large as they were. */
export function calendarCells({ days, to }: ReleaseCalendar): CalendarCells {
  const sideOf = scaleQuantile<number>(
    days.map(({ count }) => count),
    SIDES,
  );
  const bySide = Map.groupBy(days, ({ count }) => sideOf(count));
  const last = weekdayNumber(dayNumber(`${to}T00:00:00Z`));
  const rows = Array.from({ length: 7 }, (_, weekday) => dots(weekday, weekday <= last ? WEEKS : WEEKS - 1));
  return {
    weeks: WEEKS,
    grid: rows.join(''),
    levels: SIDES.flatMap((side) => {
      const ofSide = bySide.get(side);
      return ofSide === undefined ? [] : [toLevel(ofSide, side)];
    }),
  };
}

function toLevel(days: readonly ReleaseDay[], side: number): CalendarLevel {
  const counts = days.map(({ count }) => count);
  const [least, most] = [Math.min(...counts), Math.max(...counts)].map((count) =>
    count.toLocaleString('en-GB'),
  );
  return {
    side,
    path: days.map((day) => square(day, side)).join(''),
    counts: least === most ? `${least}` : `${least}–${most}`,
  };
}

// One stroke a weekday, whose dashes are the dots.
function dots(weekday: number, weeks: number): string {
  return `M${(1 - DOT) / 2} ${weekday + 0.5}H${weeks}`;
}

function square({ week, weekday }: ReleaseDay, side: number): string {
  const inset = (1 - side) / 2;
  const at = (cell: number) => Math.round((cell + inset) * 1000) / 1000;
  return `M${at(week)} ${at(weekday)}h${side}v${side}h-${side}z`;
}
