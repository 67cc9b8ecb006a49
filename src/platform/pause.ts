import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for so many milliseconds, or until somebody gives up waiting. */
export async function pauseUnless(ms: number, stop?: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, stop === undefined ? {} : { signal: stop });
  } catch (error) {
    if (stop?.aborted !== true) throw error;
  }
}

/** Waits before another try: longer each time, and never as long as others who wait for the same thing. */
export async function pauseBeforeTry(attempt: number): Promise<void> {
  await sleep((0.25 + Math.random()) * 500 * 2 ** Math.min(attempt, 4));
}
