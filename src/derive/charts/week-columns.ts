import { scaleBand, scaleLinear } from 'd3-scale';
import type { Week } from '../statistics/releases-by-week.ts';

/** A drawing `width` × `height`, to be stretched sideways; all labels are placed in percent of the width. */
export interface WeekColumns {
  readonly width: number;
  readonly height: number;
  /** What came out for good, and on top of it what was yet to be tried. */
  readonly stable: string;
  readonly prereleases: string;
  readonly lines: readonly { readonly y: number; readonly label: string }[];
  readonly months: readonly { readonly x: string; readonly month: string }[];
}

const WIDTH = 1000;
const HEIGHT = 150;
/** Room for the label of the topmost line. */
const TOP = 18;

/** Columns, one a week, with lines at round numbers. */
export function weekColumns(weeks: readonly Week[]): WeekColumns {
  const most = Math.max(1, ...weeks.map(({ stable, prereleases }) => stable + prereleases));
  const x = scaleBand(weeks.keys(), [0, WIDTH]).padding(0.22);
  const y = scaleLinear([0, most], [HEIGHT, TOP]).nice(3);
  const column = (week: number, from: number, to: number): string => {
    const top = y(to);
    const side = round(x.bandwidth());
    return from === to
      ? ''
      : `M${round(x(week) ?? 0)} ${round(y(from))}V${round(top)}h${side}V${round(y(from))}z`;
  };
  const ticks = y.ticks(3).filter((tick) => Number.isInteger(tick) && tick > 0);
  return {
    width: WIDTH,
    height: HEIGHT,
    stable: weeks.map(({ stable }, week) => column(week, 0, stable)).join(''),
    prereleases: weeks.map((one, week) => column(week, one.stable, one.stable + one.prereleases)).join(''),
    lines: ticks.map((tick) => ({ y: round(y(tick)), label: tick.toLocaleString('en-GB') })),
    months: monthsOf(weeks.map(({ monday }) => monday)),
  };
}

/** Where the months begin in a row of weeks, given by their Mondays; a month of which only the end is there is left out. */
export function monthsOf(mondays: readonly string[]): { x: string; month: string }[] {
  return mondays.flatMap((monday, week) => {
    const isFirst = Number(monday.slice(8)) <= 7;
    return isFirst ? [{ x: `${round((100 * week) / mondays.length)}%`, month: monday.slice(0, 7) }] : [];
  });
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
