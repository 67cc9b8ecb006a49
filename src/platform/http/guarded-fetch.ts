import type { HttpRequest } from './http-request.ts';
import type { Method } from './redirect.ts';
import type { Reply } from './reply.ts';

const METHODS: readonly Method[] = ['GET', 'HEAD', 'POST'];
const BODILESS = new Set([101, 204, 205, 304]);

/**
 * `fetch` for libraries that bring their own client (Octokit's `request.fetch`): the guard's checks, caps and deadline hold, every status
 * is returned, and only a connection that failed is tried again. Redirects are always followed; bodies are text or bytes.
 */
export function createFetch(request: (url: string, request: HttpRequest) => Promise<Reply>): typeof fetch {
  return async (input, init = {}) => {
    if (input instanceof Request) throw new TypeError('pass the address and its options, not a Request');
    const { body, signal } = init;
    const reply = await request(String(input), {
      method: methodOf(init.method),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: bodyOf(body),
      signal: signal ?? undefined,
      statuses: 'any',
    });
    return toResponse(reply);
  };
}

function methodOf(name = 'GET'): Method {
  const method = METHODS.find((known) => known === name.toUpperCase());
  if (method === undefined) throw new TypeError(`${name} is no method that only asks`);
  return method;
}

function bodyOf(body: BodyInit | null | undefined): string | Uint8Array | undefined {
  if (body === null || body === undefined) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  throw new TypeError('a body is text or bytes');
}

function toResponse({ status, headers, body, url }: Reply): Response {
  // The body is decoded already; its headers would describe other bytes.
  const decoded = new Headers(headers);
  decoded.delete('content-encoding');
  decoded.delete('content-length');
  const response = new Response(BODILESS.has(status) ? null : new Uint8Array(body), {
    status,
    headers: decoded,
  });
  return Object.defineProperty(response, 'url', { value: url });
}
