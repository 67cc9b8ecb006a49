import { HostError } from '../errors.ts';

/** Pauses for so many milliseconds, or rejects when the signal aborts. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;

/** The time that one request has left, for its tries, redirects and waits together. It stands still between them. */
export interface Deadline {
  /** Runs work on the clock; its signal aborts when the time is over, or when the caller gives up. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Waits so many milliseconds; false where less than that is left, and when the caller gives up. */
  wait(milliseconds: number): Promise<boolean>;
}

interface DeadlineOptions {
  readonly milliseconds: number;
  /** What takes the time, for the message. */
  readonly subject: string;
  readonly sleep: Sleep;
  readonly signal: AbortSignal | undefined;
}

/** Starts with all of its time left; `run` rejects with a HostError when it is over. */
export function createDeadline({ milliseconds, subject, sleep, signal }: DeadlineOptions): Deadline {
  let left = milliseconds;
  const late = () => new HostError(`${subject}: no complete answer within ${milliseconds / 1000} s`);
  return {
    async run(work) {
      signal?.throwIfAborted();
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(late()), left);
      const started = performance.now();
      try {
        return await work(signal ? AbortSignal.any([signal, controller.signal]) : controller.signal);
      } finally {
        clearTimeout(timer);
        left -= performance.now() - started;
      }
    },
    async wait(pause) {
      if (pause >= left) return false;
      left -= pause;
      try {
        await sleep(pause, signal);
      } catch (error) {
        if (!signal?.aborted) throw error;
        return false;
      }
      return true;
    },
  };
}
