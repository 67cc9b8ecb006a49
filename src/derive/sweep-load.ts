import { SWEEP_DAYS, sweepDay } from '../core/sweep-day.ts';

/** How many packages are read in full on a day of the cycle. */
export interface SweepLoad {
  readonly average: number;
  readonly fullest: number;
}

/** What the deep sweep has to do each day with these packages. */
export function sweepLoad(purls: Iterable<string>): SweepLoad {
  const days = Array.from({ length: SWEEP_DAYS }, () => 0);
  let all = 0;
  for (const purl of purls) {
    const day = sweepDay(purl);
    days[day] = (days[day] ?? 0) + 1;
    all += 1;
  }
  return { average: all / SWEEP_DAYS, fullest: Math.max(...days) };
}
