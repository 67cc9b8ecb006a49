/**
 * When a host wants to be asked again, in milliseconds since 1970; undefined where it does not say so in a way that can be
 * read, or names a time that has passed. `Retry-After` is seconds or a date, which is measured against the host's own clock (`Date`);
 * Docker's `X-Retry-After` is a Unix time. https://docs.docker.com/reference/api/hub/latest/#tag/rate-limiting
 * @param now milliseconds since 1970
 */
export function retryAt(headers: Headers, now: number): number | undefined {
  const wait =
    waitOf(headers.get('retry-after')?.trim(), headers, now) ??
    unixWait(headers.get('x-retry-after')?.trim(), now);
  if (wait === undefined || wait <= 0) return undefined;
  return now + Math.min(wait, LONGEST_MS);
}

// Beyond a century no date could be shown.
const LONGEST_MS = 100 * 365 * 86_400_000;

/**
 * As `retryAt`, and where a limit is used up (`X-RateLimit-Remaining: 0`), when it is filled again: a Unix time by the host's own clock, or
 * seconds. GitHub's GraphQL tells it with status 200, before it refuses anything.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
export function toldAt(status: number, headers: Headers, now: number): number | undefined {
  const told = status < 400 ? undefined : retryAt(headers, now);
  const reset = resetWait(headers, now);
  if (reset === undefined || reset <= 0) return told;
  return Math.max(told ?? 0, now + Math.min(reset, LONGEST_MS));
}

function resetWait(headers: Headers, now: number): number | undefined {
  const value = headers.get('x-ratelimit-reset')?.trim() ?? '';
  if (headers.get('x-ratelimit-remaining')?.trim() !== '0' || !/^\d+$/.test(value)) return undefined;
  return Number(value) < A_DECADE_S ? Number(value) * 1000 : Number(value) * 1000 - hostTime(headers, now);
}

// Less than this is no Unix time.
const A_DECADE_S = 10 * 365 * 86_400;

function hostTime(headers: Headers, now: number): number {
  const hostNow = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(hostNow) ? now : hostNow;
}

function waitOf(value: string | undefined, headers: Headers, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
  // A date begins with the name of its day; Date.parse alone would also read "-1".
  if (!/^[a-z]{3,9},? /i.test(value)) return undefined;
  const at = Date.parse(value);
  if (Number.isNaN(at)) return undefined;
  return at - hostTime(headers, now);
}

function unixWait(value: string | undefined, now: number): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) * 1000 - now : undefined;
}
