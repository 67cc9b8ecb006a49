import { scaleLinear } from 'd3-scale';
import { area, curveStep, line } from 'd3-shape';
import type { Week } from '../statistics/releases-by-week.ts';

/** A drawing `width` × `height`: the outline of how many came out week by week, and what is below it. */
export interface SparklinePaths {
  readonly width: number;
  readonly height: number;
  readonly area: string;
  readonly line: string;
}

const WIDTH = 160;
const HEIGHT = 32;

/** Weeks as steps, not slopes: between two weeks there is nothing. Each is drawn against its own highest week. */
export function sparkline(weeks: readonly Week[]): SparklinePaths {
  const totals = weeks.map(({ stable, prereleases }) => stable + prereleases);
  const x = scaleLinear([0, totals.length - 1], [0, WIDTH]);
  const y = scaleLinear([0, Math.max(1, ...totals)], [HEIGHT - 1, 2]);
  const outline = line<number>((_, week) => x(week), y)
    .curve(curveStep)
    .digits(1);
  const below = area<number>((_, week) => x(week), y(0), y)
    .curve(curveStep)
    .digits(1);
  return { width: WIDTH, height: HEIGHT, area: below(totals) ?? '', line: outline(totals) ?? '' };
}
