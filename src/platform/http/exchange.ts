import { HostError } from '../errors.ts';
import type { AllowedHosts } from './allowed-hosts.ts';
import { checkUrl } from './check-url.ts';
import { createDeadline, type Sleep } from './deadline.ts';
import { type Errand, FailedHop, type Reader, sendHop, type Wire } from './hop.ts';
import { type HttpRequest, isRetryStatus, requestHeaders } from './http-request.ts';
import type { Limits } from './limits.ts';
import { explain, isPassingFault, isUnreachable } from './network-error.ts';
import { followRedirect, type Hop } from './redirect.ts';
import { showUrl } from './show-url.ts';

/** Everything that requests share. */
export interface Exchange extends Wire {
  readonly allowed: AllowedHosts;
  readonly limits: Limits;
  readonly userAgent: string;
  readonly sleep: Sleep;
  /** A number from 0 to 1. */
  readonly random: () => number;
}

interface Reading<T> {
  readonly request: HttpRequest;
  readonly deadlineMs: number;
  readonly decode: boolean;
  readonly read: Reader<T>;
}

/**
 * Asks until there is an answer: up to three tries inside one deadline, each through all of its redirects.
 * @throws HostError, FormatError, and whatever the reader throws
 */
export async function exchange<T>(shared: Exchange, url: string, reading: Reading<T>): Promise<T> {
  const { request, deadlineMs: milliseconds, decode, read } = reading;
  const target = checkUrl(url, shared.allowed);
  const headers = requestHeaders(request, shared.userAgent, decode ? 'gzip, br' : 'identity');
  const first: Hop = { target, method: request.method ?? 'GET', headers, body: request.body };
  const subject = showUrl(url);
  return shared.hosts.of(target.url.host).inTurn(() => {
    const deadline = createDeadline({ milliseconds, subject, sleep: shared.sleep, signal: request.signal });
    const maxBytes = request.maxBytes ?? shared.limits.bytes;
    return persist(shared, first, { request, deadline, decode, read, maxBytes, subject });
  });
}

async function persist<T>(shared: Exchange, first: Hop, errand: Errand<T>): Promise<T> {
  const { request, deadline, subject } = errand;
  let unreached: FailedHop | undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await follow(shared, first, errand);
    } catch (error) {
      if (!(error instanceof FailedHop)) throw error;
      const isPassing = isWorthRetrying(error.cause, request);
      if (isPassing && error.host.closed !== undefined) throw error.host.closed;
      if (error.wasAnswered) unreached = undefined;
      else if (isUnreachable(error.cause)) unreached = error;
      const again = isPassing && request.once !== true && attempt < shared.limits.tries;
      if (again && (await deadline.wait(backOff(attempt, shared.random())))) continue;
      const explained = explain(error.cause, nameHop(subject, first.target.url.host, error.host.name));
      // A deadline or a caller may end a request before its last try: what it met until then counts.
      unreached?.host.unreached(explained);
      throw explained;
    }
  }
}

async function follow<T>(shared: Exchange, first: Hop, errand: Errand<T>): Promise<T> {
  let hop = first;
  for (let redirects = 0; redirects <= shared.limits.redirects; redirects += 1) {
    const outcome = await sendHop(shared, hop, errand);
    if ('value' in outcome) return outcome.value;
    hop = followRedirect(hop, outcome.status, outcome.location, shared.allowed);
  }
  throw new HostError(`${showUrl(first.target.url)}: more than ${shared.limits.redirects} redirects`);
}

function nameHop(subject: string, asked: string, failed: string): string {
  return failed === asked ? subject : `${subject}, sent on to ${failed}`;
}

function isWorthRetrying(error: unknown, request: HttpRequest): boolean {
  if (error instanceof HostError && error.status !== undefined) return isRetryStatus(error.status, request);
  return isPassingFault(error);
}

/** 1 s, 4 s, each half as long to half as long again, so that many clients do not come back at one moment. */
function backOff(attempt: number, random: number): number {
  return 1000 * 4 ** (attempt - 1) * (0.5 + random);
}
