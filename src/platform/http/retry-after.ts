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

// A century: beyond it no date could be shown.
const LONGEST_MS = 100 * 365 * 86_400_000;

function waitOf(value: string | undefined, headers: Headers, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
  // A date begins with the name of its day; Date.parse alone would also read "-1".
  if (!/^[a-z]{3,9},? /i.test(value)) return undefined;
  const at = Date.parse(value);
  if (Number.isNaN(at)) return undefined;
  const hostNow = Date.parse(headers.get('date') ?? '');
  return at - (Number.isNaN(hostNow) ? now : hostNow);
}

function unixWait(value: string | undefined, now: number): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) * 1000 - now : undefined;
}
