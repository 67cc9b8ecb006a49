import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import { portOf } from '../platform/http/local-server.ts';
import type { Asked, Handler, Served } from '../upstream/upstream.ts';

/** Answers instead of the good answer, on the bare connection. */
export type Spoil = (response: ServerResponse, good: Served, asked: Asked) => void;

export interface FaultyServer {
  readonly port: number;
  /** Every Authorization header that it was shown. */
  readonly tokens: readonly string[];
  readonly close: () => Promise<void>;
}

interface FaultyOptions {
  /** What is asked at these paths is spoilt. */
  readonly isSpoilt: (path: string) => boolean;
  readonly spoil: Spoil | undefined;
  readonly tls?: ServerOptions | undefined;
}

/** A server that answers well, but for the paths that it spoils. */
export async function startFaulty(
  handlers: readonly Handler[],
  { isSpoilt, spoil, tls }: FaultyOptions,
): Promise<FaultyServer> {
  const tokens: string[] = [];
  const listener: RequestListener = (request, response) => {
    const { host = '', authorization } = request.headers;
    if (authorization !== undefined) tokens.push(authorization);
    const url = new URL(request.url ?? '/', `http://${host}`);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]);
    const asked = {
      method: 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(headers),
      body: '',
    };
    const origin = `${tls === undefined ? 'http' : 'https'}://${host}`;
    const serve = async () => {
      const good = await answer(handlers, asked, origin);
      if (isSpoilt(url.pathname) && spoil) spoil(response, good, asked);
      else send(response, good);
    };
    serve().catch((error: unknown) => response.writeHead(599).end(String(error)));
  };
  const server: Server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  // A client that breaks off is what some of these faults are about.
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: portOf(server.address()), tokens, close };
}

async function answer(handlers: readonly Handler[], asked: Asked, origin: string): Promise<Served> {
  for (const handler of handlers) {
    const served = await handler(asked, origin);
    if (served !== undefined) return served;
  }
  return { status: 404, headers: { 'content-type': 'application/json' }, body: '{}' };
}

/** A whole answer, as it is. */
export function send(response: ServerResponse, { status, headers = {}, body = '' }: Served): void {
  const bytes = Buffer.from(body);
  const length = status === 304 || status === 204 ? {} : { 'content-length': String(bytes.length) };
  response.writeHead(status, { ...length, ...headers });
  response.end(bytes);
}
