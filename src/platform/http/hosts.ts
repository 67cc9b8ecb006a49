import pLimit from 'p-limit';
import { HostError } from '../errors.ts';
import type { HostLimit } from './host-limit.ts';
import type { Limits } from './limits.ts';
import { retryAt } from './retry-after.ts';

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
  answered(status: number, headers: Headers): void;
  /** Takes note of a request that could not reach the host, in spite of its retries. */
  unreached(error: unknown): void;
}

export interface HostOptions {
  readonly limits: Pick<Limits, 'retryAfterMs' | 'unreachable'>;
  readonly now: () => number;
  readonly limitOf: (host: string) => HostLimit;
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

function createHost(name: string, { limits, now, limitOf }: HostOptions): Host {
  const limit = limitOf(name);
  // Two that wait for the same gap would go at the same time.
  const sockets = limit.gapMs > 0 ? 1 : limit.sockets;
  let requests = 0;
  let failures = 0;
  let quietUntil = 0;
  let closed: HostError | undefined;
  return {
    name,
    inTurn: pLimit(sockets),
    whenFree: pLimit(sockets),
    get requests() {
      return requests;
    },
    get closed() {
      return closed;
    },
    admit() {
      if (closed !== undefined) throw closed;
      if (requests >= limit.requests)
        throw new HostError(`${name}: ${limit.requests} requests in one run are enough`);
      requests += 1;
      quietUntil = Math.max(quietUntil, now() + limit.gapMs);
    },
    quietMs: () => (closed === undefined ? Math.max(0, quietUntil - now()) : 0),
    answered(status, headers) {
      failures = 0;
      const until = status < 400 ? undefined : retryAt(headers, now());
      if (until === undefined) return;
      if (until - now() > limits.retryAfterMs) closed ??= pausedUntil(name, status, until);
      quietUntil = Math.max(quietUntil, until);
    },
    unreached(cause) {
      failures += 1;
      if (failures >= limits.unreachable) closed ??= new HostError(`${name} cannot be reached`, { cause });
    },
  };
}

function pausedUntil(name: string, status: number, until: number): HostError {
  const when = `${new Date(until).toISOString().slice(0, 19)}Z`;
  return new HostError(`${name} asks to be left alone until ${when}`, {
    status,
    retryAt: when,
    remedy: 'run again after that time',
  });
}
