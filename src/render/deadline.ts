/** A deadline that is set again for every document. */
export interface Deadline {
  readonly restart: () => void;
  readonly stop: () => void;
}

/** Calls `onLate` if neither `restart` nor `stop` is called within so many milliseconds. */
export function createDeadline(milliseconds: number, onLate: () => void): Deadline {
  let round = 0;
  let timer: NodeJS.Timeout | undefined;

  function stop(): void {
    round += 1;
    clearTimeout(timer);
  }

  function restart(): void {
    stop();
    const started = round;
    const expire = () => {
      if (round === started) onLate();
    };
    // After a long synchronous stretch of a build, timers run before the answers that came meanwhile are read; an
    // immediate runs after. https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick
    timer = setTimeout(() => setImmediate(expire), milliseconds);
  }

  return { restart, stop };
}
