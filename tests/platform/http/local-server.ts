import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { createHttp } from '../../../src/platform/http/create-http.ts';

export interface LocalServer {
  /** Without a final slash. */
  readonly url: string;
  /** Name and port. */
  readonly host: string;
  /** All requests so far. */
  readonly seen: readonly IncomingMessage[];
}

/** A server on a free port of this machine, closed when the test ends. */
export async function serve(t: TestContext, handler: RequestListener): Promise<LocalServer> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const host = `127.0.0.1:${portOf(server.address())}`;
  return { url: `http://${host}`, host, seen };
}

/** A port at which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

type Options = Omit<Parameters<typeof createHttp>[0], 'userAgent' | 'allowHosts' | 'sleep'>;

/** A client that may ask these hosts, does not really wait, and rolls no dice; `waits` are the milliseconds it was told to wait. */
export function openHttp(allowHosts: readonly string[], options: Options = {}) {
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const http = createHttp({ userAgent: 'tidings/test', random: () => 0.5, ...options, allowHosts, sleep });
  return { http, waits };
}
