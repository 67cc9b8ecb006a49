import pLimit from 'p-limit';
import { HostError } from '../errors.ts';
import type { HostLimit } from './host-limit.ts';
import type { Limits } from './limits.ts';
import type { Pauses } from './pauses.ts';
import { createPeace } from './peace.ts';
import { toldAt } from './retry-after.ts';

/** What this run knows about one host. */
export interface Host {
  readonly name: string;
  /** Requests sent so far, with retries and redirects. */
  readonly requests: number;
  /**
   * Runs a whole request, with its retries, in its turn. Without turns the first tries of all waiting requests would overtake the
   * retries, and a host that cannot be reached would be noticed last.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Runs work when one of the host's sockets is free. */
  whenFree<T>(work: () => Promise<T>): Promise<T>;
  /** Why the host is left alone for the rest of the run, if it is. */
  readonly closed: HostError | undefined;
  /** Counts a request that is about to be sent. @throws HostError if the host is left alone, or the budget of the run is used up */
  admit(): void;
  /** Milliseconds for which the host is to be left in peace: it asked for that, or the last request was just sent. */
  quietMs(): number;
  /** Takes note of an answer: the host is there, and may ask for peace. */
  answered(status: number, headers: Headers): Promise<void>;
  /** Takes note of a limit that a status other than 429 stands for. */
  limited(status: number, headers: Headers): Promise<void>;
  /** Takes note of a request that could not reach the host, in spite of its retries. */
  unreached(error: unknown): void;
}

export interface HostOptions {
  readonly limits: Pick<Limits, 'retryAfterMs' | 'untoldMs' | 'unreachable'>;
  readonly now: () => number;
  readonly limitOf: (host: string) => HostLimit;
  /** What hosts asked for in earlier runs. */
  readonly pauses: Pauses;
}

/** Hosts by name, each made when it is first asked for. */
export interface Hosts {
  of(name: string): Host;
  requests(): ReadonlyMap<string, number>;
}

export function createHosts(options: HostOptions): Hosts {
  const hosts = new Map<string, Host>();
  return {
    of(name) {
      const host = hosts.get(name) ?? createHost(name, options);
      hosts.set(name, host);
      return host;
    },
    requests: () => new Map([...hosts].map(([name, host]) => [name, host.requests])),
  };
}

function createHost(name: string, { limits, now, limitOf, pauses }: HostOptions): Host {
  const limit = limitOf(name);
  const peace = createPeace(name, { limits, now, pauses });
  // Two that wait for the same gap would go at the same time.
  const sockets = limit.gapMs > 0 ? 1 : limit.sockets;
  let requests = 0;
  let failures = 0;
  let gapUntil = 0;
  let down: HostError | undefined;
  return {
    name,
    inTurn: pLimit(sockets),
    whenFree: pLimit(sockets),
    get requests() {
      return requests;
    },
    get closed() {
      return peace.closed ?? down;
    },
    admit() {
      const closed = peace.closed ?? down;
      if (closed !== undefined) throw closed;
      if (requests >= limit.requests)
        throw new HostError(`${name}: ${limit.requests} requests in one run are enough`);
      requests += 1;
      gapUntil = now() + limit.gapMs;
    },
    quietMs() {
      if (peace.closed !== undefined || down !== undefined) return 0;
      return Math.max(0, gapUntil - now(), peace.until - now());
    },
    async answered(status, headers) {
      failures = 0;
      const told = toldAt(status, headers, now());
      if (told !== undefined || status === 429) await peace.ask(status, told);
      else if (status < 400) await peace.end();
    },
    limited: (status, headers) => peace.ask(status, toldAt(status, headers, now())),
    unreached(cause) {
      failures += 1;
      if (failures >= limits.unreachable) down ??= new HostError(`${name} cannot be reached`, { cause });
    },
  };
}
