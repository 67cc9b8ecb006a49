import { scaleLog } from 'd3-scale';
import { percentile } from '../latency.ts';

/** Rows of dots on one axis of time, from a minute to ten years; every place is in percent of the width. */
export interface TimeStrip<Row> {
  readonly ticks: readonly { readonly x: string; readonly label: string }[];
  readonly rows: readonly {
    readonly row: Row;
    readonly dots: readonly string[];
    readonly median: string;
    readonly hours: number;
  }[];
}

// In hours. Between neighbours a log axis has about the same room.
const TICKS = [
  { hours: 1 / 60, label: '1 min' },
  { hours: 1, label: '1 hour' },
  { hours: 24, label: '1 day' },
  { hours: 30.44 * 24, label: '1 month' },
  { hours: 365.25 * 24, label: '1 year' },
  { hours: 3652.5 * 24, label: '10 years' },
] as const;
const SHORTEST = TICKS[0].hours;

/**
 * Where the times of each row lie, on a logarithmic axis that reaches from the last named time before them all to the first one after.
 * Times are hours in ascending order; rows without any are left out. Dots that would cover one another are drawn once.
 */
export function timeStrip<Row extends { readonly hours: readonly number[] }>(
  rows: readonly Row[],
): TimeStrip<Row> {
  const told = rows.filter(({ hours }) => hours.length > 0);
  const least = Math.min(...told.map(({ hours }) => hours[0] ?? 0));
  const most = Math.max(...told.map(({ hours }) => hours.at(-1) ?? 0));
  const before = TICKS.findLastIndex(({ hours }) => hours <= least);
  const first = Math.min(Math.max(0, before), TICKS.length - 2);
  const end = TICKS.findIndex(({ hours }, index) => index > first && hours >= most);
  const ticks = TICKS.slice(first, end < 0 ? undefined : end + 1);
  const scale = scaleLog([ticks[0]?.hours ?? SHORTEST, ticks.at(-1)?.hours ?? 1], [2, 98]).clamp(true);
  const place = (hours: number) => `${Math.round(scale(Math.max(SHORTEST, hours)) * 2) / 2}%`;
  return {
    ticks: ticks.map(({ hours, label }) => ({ x: place(hours), label })),
    rows: told.map((row) => {
      const median = percentile(row.hours, 50) ?? 0;
      return { row, dots: [...new Set(row.hours.map(place))], median: place(median), hours: median };
    }),
  };
}
