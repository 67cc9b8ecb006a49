import { getCACertificates } from 'node:tls';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import type { CheckedUrl } from './check-url.ts';
import { guardedLookup, type Lookup, socketLookup } from './guarded-lookup.ts';
import type { Limits } from './limits.ts';

/**
 * A proxy resolves names itself, so that behind one the check of resolved addresses is the proxy's to make; all other checks stay.
 */
export interface HttpProxy {
  readonly url: string;
  /** Hosts that are asked directly: a name (with all names below it) or an address. */
  readonly except?: readonly string[] | undefined;
}

interface DispatcherOptions {
  readonly limits: Limits;
  readonly lookup: Lookup;
  readonly proxy: HttpProxy | undefined;
  /** PEM certificates to trust besides those of the system. */
  readonly ca: readonly string[];
}

/** Makes the connections: checked addresses for the public, any address for trusted hosts, or the proxy. */
export function createDispatchers(options: DispatcherOptions): (target: CheckedUrl) => Dispatcher {
  const { lookup, proxy, limits } = options;
  const ca = options.ca.length === 0 ? {} : { ca: [...getCACertificates('default'), ...options.ca] };
  const settings = {
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.gapMs,
    maxHeaderSize: limits.headerBytes,
    allowH2: false,
  };
  const connect = { timeout: limits.connectMs, ...ca };
  const open = new Agent({ ...settings, connect: { ...connect, lookup: guardedLookup(lookup) } });
  const trusting = new Agent({ ...settings, connect: { ...connect, lookup: socketLookup(lookup) } });
  const proxied =
    proxy && new ProxyAgent({ ...settings, uri: proxy.url, requestTls: connect, proxyTls: connect });
  return ({ url, trusted }) => {
    if (proxied !== undefined && !isExcepted(url.hostname, proxy?.except ?? [])) return proxied;
    return trusted ? trusting : open;
  };
}

function isExcepted(host: string, except: readonly string[]): boolean {
  return except.some((entry) => {
    const name = entry
      .trim()
      .replace(/^\*?\./, '')
      .toLowerCase();
    return name !== '' && (name === '*' || host === name || host.endsWith(`.${name}`));
  });
}
