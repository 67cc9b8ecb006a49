/** What the loop knows of time. */
export interface Timing {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Ends early when somebody stops the loop. */
  readonly sleep: (ms: number, stop?: AbortSignal) => Promise<void>;
}

const MINUTE = 60_000;
const FIRST_RETRY = 5 * MINUTE;
const BETWEEN_LOOKS = MINUTE / 2;

/**
 * Milliseconds until the next round. Rounds begin `every` minutes apart; one that took longer than that is followed by a whole
 * pause.
 */
export function waitAfterRound(startedAt: number, endedAt: number, every: number): number {
  const whole = every * MINUTE;
  const left = startedAt + whole - endedAt;
  return left > 0 && left <= whole ? left : whole;
}

/** Milliseconds until it is tried again without a network: sooner than the next round, and twice as late each time. */
export function waitOffline(roundsInARow: number, every: number): number {
  return Math.min(every * MINUTE, FIRST_RETRY * 2 ** (roundsInARow - 1));
}

/**
 * Waits by the wall clock, which it looks at twice a minute: the timers of a machine that slept stood still, and its time has come
 * when it wakes. A clock that was set back only counts what was slept.
 */
export async function waitFor(ms: number, { clock, sleep }: Timing, stop: AbortSignal): Promise<void> {
  let left = ms;
  while (left > 0 && !stop.aborted) {
    const step = Math.min(left, BETWEEN_LOOKS);
    const before = clock();
    await sleep(step, stop);
    left -= Math.max(step, clock() - before);
  }
}
