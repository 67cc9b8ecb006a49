import { scaleSqrt } from 'd3-scale';
import type { ActiveTimes } from '../statistics/active-times.ts';

/** A row a weekday, Monday first: its discs, placed in percent of the width, and its total. */
export interface PunchCardRow {
  readonly y: number;
  readonly total: number;
  readonly discs: readonly { readonly x: string; readonly radius: number; readonly count: number }[];
}

export interface PunchCard {
  readonly height: number;
  readonly rows: readonly PunchCardRow[];
  readonly hours: readonly { readonly x: string; readonly hour: string }[];
}

const ROW = 22;
/** What fits where 24 of them share the width of a phone. */
const LARGEST = 5.5;
/** Percent of the width that is left to the names of the days, and to their totals. */
const LEFT = 12;
const RIGHT = 10;
const NAMED_HOURS = [0, 6, 12, 18];

/** Discs whose areas are the counts. */
export function punchCard({ days, hours }: ActiveTimes): PunchCard {
  const most = Math.max(1, ...hours.flat());
  const radius = scaleSqrt([0, most], [0, LARGEST]);
  const x = (hour: number) => `${round(LEFT + ((hour + 0.5) * (100 - LEFT - RIGHT)) / 24)}%`;
  return {
    height: 7 * ROW,
    rows: hours.map((ofDay, weekday) => ({
      y: (weekday + 0.5) * ROW,
      total: days[weekday] ?? 0,
      discs: ofDay.flatMap((count, hour) =>
        count === 0 ? [] : [{ x: x(hour), radius: Math.max(1, round(radius(count))), count }],
      ),
    })),
    hours: NAMED_HOURS.map((hour) => ({ x: x(hour), hour: String(hour).padStart(2, '0') })),
  };
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
