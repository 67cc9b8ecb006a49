import { HostError } from '../errors.ts';
import type { Limits } from './limits.ts';
import type { Pause, Pauses } from './pauses.ts';

/** What one host asked for, in this run or an earlier one. */
export interface Peace {
  /** Milliseconds since 1970; a time that has passed asks for nothing. */
  readonly until: number;
  /** Why the host is left alone for the rest of the run, if it is. */
  readonly closed: HostError | undefined;
  /** The host limits us until a moment, or without saying until when. */
  ask(status: number, told: number | undefined): Promise<void>;
  /** The host answers again. */
  end(): Promise<void>;
}

interface PeaceOptions {
  readonly limits: Pick<Limits, 'retryAfterMs' | 'untoldMs'>;
  readonly now: () => number;
  readonly pauses: Pauses;
}

// 60 s become an hour and four minutes.
const MOST_DOUBLINGS = 6;

/** @param name the host, with the port where it is not the scheme's own */
export function createPeace(name: string, { limits, now, pauses }: PeaceOptions): Peace {
  let pause = pauses.of(name);
  const isLong = (pause?.until ?? 0) - now() > limits.retryAfterMs;
  let closed = pause !== undefined && isLong ? pausedUntil(name, pause) : undefined;
  return {
    get until() {
      return pause?.until ?? 0;
    },
    get closed() {
      return closed;
    },
    async ask(status, told) {
      const until = pause?.until ?? 0;
      // Of many that were on their way, each is told the same.
      if (told === undefined && until > now()) return;
      const untold = told === undefined ? (pause?.untold ?? 0) + 1 : 0;
      const untoldMs = limits.untoldMs * 2 ** Math.min(untold - 1, MOST_DOUBLINGS);
      pause = {
        until: Math.max(until, told ?? now() + untoldMs),
        status: status < 400 ? 429 : status,
        untold,
      };
      const isForLater = told === undefined || told - now() > limits.retryAfterMs;
      if (isForLater) closed ??= pausedUntil(name, pause);
      await pauses.remember(name, pause);
    },
    async end() {
      if (pause === undefined || pause.until > now()) return;
      pause = undefined;
      await pauses.remember(name, undefined);
    },
  };
}

function pausedUntil(name: string, { until, status }: Pause): HostError {
  const when = `${new Date(until).toISOString().slice(0, 19)}Z`;
  return new HostError(`${name} asks to be left alone until ${when}`, {
    status,
    retryAt: when,
    remedy: 'run again after that time',
  });
}
