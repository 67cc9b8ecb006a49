import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request as a handler sees it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Served {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** One emulated upstream: answers what is its own, and undefined for the rest. */
export type Handler = (asked: Asked, origin: string) => Served | undefined | Promise<Served | undefined>;

/** What goes wrong: another answer, a connection cut before or within the body, or a body that never ends. */
export type Fault = Served | 'reset' | 'truncate' | 'stall';

export interface Options {
  /** Added to every answer, in milliseconds. */
  readonly latencyMs?: number;
  /** Asked before the handlers; `nth` counts the requests from 1. */
  readonly fault?: (asked: Asked, nth: number) => Fault | undefined;
}

export interface Upstream {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** `host:port`, as TIDINGS_ALLOW_HOSTS wants it. */
  readonly host: string;
  readonly asked: Asked[];
  readonly close: () => Promise<void>;
}

/** Starts a local server that plays upstreams, with latency and faults on demand. */
export async function startUpstream(handlers: readonly Handler[], options: Options = {}): Promise<Upstream> {
  const asked: Asked[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(599).end(String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ask = await readAsked(request);
    asked.push(ask);
    if (options.latencyMs !== undefined) await sleep(options.latencyMs);
    const fault = options.fault?.(ask, asked.length);
    if (fault === 'reset') return void request.socket.destroy();
    const served = typeof fault === 'object' ? fault : await firstAnswer(handlers, ask, origin);
    send(response, served, typeof fault === 'string' ? fault : undefined);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the emulator has no port');
  const host = `127.0.0.1:${address.port}`;
  origin = `http://${host}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin, host, asked, close };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const url = new URL(request.url ?? '/', 'http://upstream.test');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
  );
  const body = Buffer.concat(chunks).toString('utf8');
  return { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, headers, body };
}

async function firstAnswer(handlers: readonly Handler[], asked: Asked, origin: string): Promise<Served> {
  for (const handler of handlers) {
    const served = await handler(asked, origin);
    if (served !== undefined) return served;
  }
  return { status: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"Not Found"}' };
}

function send(response: ServerResponse, served: Served, fault: 'truncate' | 'stall' | undefined): void {
  const body = Buffer.from(served.body ?? '');
  const length = served.status === 304 ? {} : { 'content-length': String(body.length) };
  response.writeHead(served.status, { ...length, ...served.headers });
  if (fault === undefined) return void response.end(body);
  response.write(body.subarray(0, Math.floor(body.length / 2)));
  if (fault === 'truncate') setImmediate(() => response.destroy());
}
