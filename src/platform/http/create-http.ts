import { setTimeout } from 'node:timers/promises';
import { parseAllowedHosts } from './allowed-hosts.ts';
import type { Sleep } from './deadline.ts';
import { createDispatchers, type HttpProxy } from './dispatchers.ts';
import { type Exchange, exchange } from './exchange.ts';
import { createFetch } from './guarded-fetch.ts';
import { type Lookup, lookupName } from './guarded-lookup.ts';
import { type HostLimit, hostLimit } from './host-limit.ts';
import { createHosts } from './hosts.ts';
import type { Http } from './http.ts';
import type { HttpRequest } from './http-request.ts';
import { LIMITS, type Limits } from './limits.ts';
import { parseJson } from './parse-json.ts';
import { NO_PAUSES, type Pauses } from './pauses.ts';
import { type Bytes, collect } from './read-body.ts';
import type { Head, Reply } from './reply.ts';
import { showUrl } from './show-url.ts';

export interface HttpOptions {
  /** Name and version of the program, with the address of somebody to write to: `tidings/1.0 (+https://…)`. */
  readonly userAgent: string;
  /** Hosts of the owner (`name` or `name:port`): they may be private and may speak plain HTTP. */
  readonly allowHosts?: readonly string[] | undefined;
  /** Hosts of the registries that npm is configured with: allowed too, and good for many parallel sockets. */
  readonly registryHosts?: readonly string[] | undefined;
  readonly proxy?: HttpProxy | undefined;
  /** PEM certificates to trust besides those of the system. */
  readonly ca?: readonly string[] | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Limits of single hosts, over those of the table in host-limit.ts. */
  readonly hostLimits?: Readonly<Record<string, Partial<HostLimit>>> | undefined;
  /** What hosts asked for in earlier runs; without it, nothing is known of them. */
  readonly pauses?: Pauses | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  readonly sleep?: Sleep | undefined;
  /** A number from 0 to 1. */
  readonly random?: (() => number) | undefined;
  readonly lookup?: Lookup | undefined;
}

/** @throws ConfigError for an allowed host that is no host */
export function createHttp(options: HttpOptions): Http {
  const shared = share(options);
  const { limits } = shared;
  const request = (url: string, request: HttpRequest = {}): Promise<Reply> => {
    const deadlineMs = request.deadlineMs ?? limits.deadlineMs;
    const read = async (bytes: Bytes, head: Head) => ({ ...head, body: await collect(bytes) });
    return exchange(shared, url, { request, deadlineMs, decode: true, read });
  };
  return {
    request,
    async readJson(url, wanted = {}) {
      const { body, ...head } = await request(url, { expect: ['application/json'], ...wanted });
      const hasJson = head.status >= 200 && head.status <= 299;
      return { ...head, json: hasJson ? parseJson(body, showUrl(head.url)) : undefined };
    },
    stream(url, request, read) {
      const deadlineMs = request.deadlineMs ?? limits.streamDeadlineMs;
      return exchange(shared, url, { request, deadlineMs, decode: false, read });
    },
    fetch: createFetch(request),
    limited: (url, status, headers) => shared.hosts.of(new URL(url).host).limited(status, headers),
    requests: shared.hosts.requests,
  };
}

function share(options: HttpOptions): Exchange {
  const limits: Limits = { ...LIMITS, ...options.limits };
  const {
    allowHosts = [],
    registryHosts = [],
    hostLimits = {},
    proxy,
    ca = [],
    lookup = lookupName,
  } = options;
  const registries = new Set(registryHosts);
  const now = options.now ?? Date.now;
  const limitOf = (host: string) => ({ ...hostLimit(host, registries.has(host)), ...hostLimits[host] });
  return {
    allowed: parseAllowedHosts([...allowHosts, ...registryHosts]),
    limits,
    userAgent: options.userAgent,
    sleep: options.sleep ?? ((milliseconds, signal) => setTimeout(milliseconds, undefined, { signal })),
    random: options.random ?? Math.random,
    hosts: createHosts({ limits, now, limitOf, pauses: options.pauses ?? NO_PAUSES }),
    dispatcherFor: createDispatchers({ limits, lookup, proxy, ca }),
  };
}
