import { HostError } from '../errors.ts';
import type { AllowedHosts } from './allowed-hosts.ts';
import { type CheckedUrl, checkUrl } from './check-url.ts';
import { showUrl } from './show-url.ts';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH';

/** One request of a chain of redirects. */
export interface Hop {
  readonly target: CheckedUrl;
  readonly method: Method;
  readonly headers: Headers;
  readonly body: string | Uint8Array | undefined;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
// Credentials hide in many headers (`private-token`, `x-api-key`), so a stranger gets those that are known to be harmless.
const HARMLESS = new Set(['accept', 'accept-encoding', 'accept-language', 'content-type', 'user-agent']);

export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

/**
 * The request that a redirect asks for: checked like the first one, never from https to http, and without credentials, cookies and
 * validators on another origin. What the owner allowed is not for strangers to point at: it counts only if `hop` was allowed too.
 * @throws HostError if the redirect leads nowhere or where it must not
 */
export function followRedirect(
  hop: Hop,
  status: number,
  location: string | null,
  allowed: AllowedHosts,
): Hop {
  const from = hop.target.url;
  const to = location === null ? null : URL.parse(location, from);
  if (to === null) throw new HostError(`${showUrl(from)}: a redirect without an address`, { status });
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw new HostError(`${showUrl(from)}: a redirect from https to http is refused`, { status });
  }
  const target = checkUrl(to.href, hop.target.trusted ? allowed : []);
  const headers = to.origin === from.origin ? new Headers(hop.headers) : harmless(hop.headers);
  // A post that moved is read at its new address, except after 307 and 308. https://fetch.spec.whatwg.org/#http-redirect-fetch
  if (hop.method !== 'POST' || status > 303) return { ...hop, target, headers };
  headers.delete('content-type');
  return { target, method: 'GET', headers, body: undefined };
}

function harmless(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => HARMLESS.has(name)));
}
