import type { Transform } from 'node:stream';
import type { Dispatcher } from 'undici';
import { HostError } from '../errors.ts';
import { checkHead } from './check-head.ts';
import type { CheckedUrl } from './check-url.ts';
import type { Deadline } from './deadline.ts';
import type { Host, Hosts } from './hosts.ts';
import type { HttpRequest } from './http-request.ts';
import { type Bytes, decoderOf, readBody } from './read-body.ts';
import { type Hop, isRedirect } from './redirect.ts';
import type { Head } from './reply.ts';
import { showUrl } from './show-url.ts';
import { toHeaders } from './to-headers.ts';

/** What a caller makes of a body; called anew for every try. */
export type Reader<T> = (bytes: Bytes, head: Head) => Promise<T>;

/** One request as its caller wants it read. */
export interface Errand<T> {
  readonly request: HttpRequest;
  /** What is asked for, as messages name it. */
  readonly subject: string;
  readonly deadline: Deadline;
  readonly maxBytes: number;
  /** False for archives, whose bytes are wanted as they come. */
  readonly decode: boolean;
  readonly read: Reader<T>;
}

export interface Wire {
  readonly hosts: Hosts;
  readonly dispatcherFor: (target: CheckedUrl) => Dispatcher;
}

/** A request that failed, where, and whether the host had begun to answer. */
export class FailedHop extends Error {
  readonly host: Host;
  readonly wasAnswered: boolean;

  constructor(host: Host, wasAnswered: boolean, cause: unknown) {
    super(`a request to ${host.name} failed`, { cause });
    this.host = host;
    this.wasAnswered = wasAnswered;
  }
}

export type Outcome<T> =
  | { readonly status: number; readonly location: string | null }
  | { readonly value: T };

const BODILESS = new Set([204, 304]);

/**
 * Sends one request when its host has a free socket, and reads the reply, or says where it redirects to.
 * @throws FailedHop
 */
export function sendHop<T>(wire: Wire, hop: Hop, errand: Errand<T>): Promise<Outcome<T>> {
  const host = wire.hosts.of(hop.target.url.host);
  return host.whenFree(async () => {
    let wasAnswered = false;
    try {
      await keepQuiet(host, errand.deadline);
      host.admit();
      return await errand.deadline.run(async (signal) => {
        const response = await request(wire, hop, signal);
        wasAnswered = true;
        const head = {
          status: response.statusCode,
          url: hop.target.url.href,
          headers: toHeaders(response.headers),
        };
        await host.answered(head.status, head.headers);
        return read(head, response.body, hop, errand, signal);
      });
    } catch (cause) {
      throw new FailedHop(host, wasAnswered, cause);
    }
  });
}

async function keepQuiet(host: Host, deadline: Deadline): Promise<void> {
  const quietMs = host.quietMs();
  if (quietMs === 0 || (await deadline.wait(quietMs))) return;
  throw new HostError(
    `${host.name} asks to be left alone for ${Math.ceil(quietMs / 1000)} s, which is more than there is`,
  );
}

function request(wire: Wire, hop: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const { url } = hop.target;
  return wire.dispatcherFor(hop.target).request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: hop.method,
    headers: Object.fromEntries(hop.headers),
    body: hop.body ?? null,
    signal,
  });
}

async function read<T>(
  head: Head,
  body: Dispatcher.ResponseData['body'],
  hop: Hop,
  errand: Errand<T>,
  signal: AbortSignal,
): Promise<Outcome<T>> {
  const drain = () => body.dump({ limit: 64 * 1024, signal });
  if (isRedirect(head.status)) {
    await drain();
    return { status: head.status, location: head.headers.get('location') };
  }
  const subject = showUrl(head.url);
  let decoder: Transform | undefined;
  try {
    checkHead(head, errand.request, hop.headers);
    const hasBody = hop.method !== 'HEAD' && !BODILESS.has(head.status);
    if (hasBody && errand.decode) decoder = decoderOf(head.headers.get('content-encoding'), subject);
  } catch (error) {
    await drain();
    throw error;
  }
  const options = { decoder, maxBytes: errand.maxBytes, subject };
  return { value: await readBody(body, options, (bytes) => errand.read(bytes, head)) };
}
