/** What a run may spend. */
export interface Limits {
  readonly calls: number;
  /** In and out together, each call counted as the most that it can cost. */
  readonly tokens: number;
}

/** Counts what calls cost at most, before they are made. */
export interface Purse {
  /** Whether so much is left. */
  readonly holds: (calls: number, tokens: number) => boolean;
  /** Pays for one call, or does not: then it must not be made. */
  readonly pay: (tokens: number) => boolean;
  /** Takes back the tokens of a call that was refused before any work; the call itself counts. */
  readonly takeBack: (tokens: number) => void;
  readonly spent: () => Limits;
}

export function createPurse(limits: Limits): Purse {
  let calls = 0;
  let tokens = 0;
  const holds = (more: number, cost: number) =>
    calls + more <= limits.calls && tokens + cost <= limits.tokens;
  return {
    holds,
    pay(cost) {
      if (!holds(1, cost)) return false;
      calls += 1;
      tokens += cost;
      return true;
    },
    takeBack: (cost) => {
      tokens -= cost;
    },
    spent: () => ({ calls, tokens }),
  };
}
