// How finely time is looked at, in parts of the budget.
const TICKS = 20;
// Waiting ends there, in budgets, whatever a worker says that it used: it may be stuck without using anything.
const MOST_BUDGETS = 30;

/** A watch over one document after another. */
export interface Deadline {
  readonly restart: () => void;
  readonly stop: () => void;
}

/**
 * Calls `onLate` once so many milliseconds of computing time are `spent` since `restart`. Not of the clock: on a busy
 * machine the same notes must not come out as something else. Where `spent` cannot tell, the clock has to do.
 */
export function createDeadline(
  milliseconds: number,
  spent: () => Promise<number | undefined>,
  onLate: () => void,
): Deadline {
  const tick = milliseconds / TICKS;
  let watch: NodeJS.Timeout | undefined;

  function stop(): void {
    clearInterval(watch);
    watch = undefined;
  }

  function restart(): void {
    stop();
    let first: number | undefined;
    let ticks = 0;
    async function look(): Promise<void> {
      ticks += 1;
      const isStuck = ticks >= TICKS * MOST_BUDGETS;
      // A worker that has just gone cannot tell; that it has is told by its own event.
      const said = isStuck ? 0 : await spent().catch(() => Number.NaN);
      const now = said ?? ticks * tick;
      // Answers that came while this process was busy are read before the worker's word is.
      if (watch !== current) return;
      first ??= now - tick;
      if (isStuck || now - first >= milliseconds) onLate();
    }

    const current = setInterval(look, tick);
    watch = current;
  }

  return { restart, stop };
}
