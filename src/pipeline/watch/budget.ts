import type { Followed } from './followed.ts';

const DAY = 24 * 60;
const FEWEST = 10;
// Fiftieths do not add up to a whole exactly.
const ROUNDING = 1e-9;

/** What a round asks, and what has to wait for the next one. */
export interface Share {
  readonly now: readonly Followed[];
  readonly later: readonly Followed[];
}

/**
 * Takes from the front as many packages as their hosts bear in a round: the part of a day's requests that `every` is of a day, and
 * at least ten.
 */
export function withinBudgets(due: readonly Followed[], every: number): Share {
  const spent = new Map<string, number>();
  const now: Followed[] = [];
  const later: Followed[] = [];
  for (const one of due) {
    const { host, requestsADay, cost } = one.asked;
    const budget = Math.max(FEWEST, requestsADay * Math.min(1, every / DAY));
    const wouldBe = (spent.get(host) ?? 0) + cost;
    if (wouldBe > budget + ROUNDING) later.push(one);
    else {
      spent.set(host, wouldBe);
      now.push(one);
    }
  }
  return { now, later };
}
