import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { openHttp, serve } from './local-server.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

/** Asks a server that answers in this way. */
async function ask(t: Parameters<typeof serve>[0], handler: RequestListener, limits = {}) {
  const server = await serve(t, handler);
  return { server, ...openHttp([server.host], { limits }) };
}

test('a request carries who we are, what we take and the credential', async (t) => {
  const { http, server } = await ask(t, (_, response) =>
    response.writeHead(200, { 'x-a': 'é' }).end('hello'),
  );
  const reply = await http.request(`${server.url}/a?b=c#d`, {
    headers: { 'x-own': '1' },
    authorization: 'Bearer x',
    expect: undefined,
    accept: 'text/plain',
  });
  assert.deepEqual([reply.status, reply.url, text(reply.body)], [200, `${server.url}/a?b=c`, 'hello']);
  const [sent] = server.seen;
  assert.deepEqual([sent?.method, sent?.url], ['GET', '/a?b=c']);
  assert.partialDeepStrictEqual(sent?.headers, {
    'user-agent': 'tidings/test',
    'accept-encoding': 'gzip, br',
    accept: 'text/plain',
    authorization: 'Bearer x',
    'x-own': '1',
  });
});

test('a question can be posted, and Accept follows from what is expected', async (t) => {
  const { http, server } = await ask(t, (request, response) =>
    request.pipe(response.writeHead(200, JSON_TYPE)),
  );
  const reply = await http.readJson(server.url, { method: 'POST', body: '{"query":"x"}' });
  assert.deepEqual([reply.json, reply.status], [{ query: 'x' }, 200]);
  assert.deepEqual([server.seen[0]?.method, server.seen[0]?.headers.accept], ['POST', 'application/json']);
});

for (const [status, request, outcome] of [
  [200, {}, 200],
  [201, {}, 201],
  [204, {}, 204],
  [404, {}, 'HostError'],
  [404, { statuses: [404, 410] }, 404],
  [410, { statuses: [404] }, 'HostError'],
  [451, { statuses: 'any' }, 451],
  [300, {}, 'HostError'],
  [304, {}, 'HostError'],
  [304, { headers: { 'if-none-match': '"a"' } }, 304],
  [304, { headers: { 'If-Modified-Since': 'x' } }, 304],
  [206, {}, 'FormatError'],
  [206, { headers: { range: 'bytes=0-1' } }, 206],
] as const) {
  test(`${status} to ${JSON.stringify(request)} is ${outcome}`, async (t) => {
    const { http, server } = await ask(t, (_, response) => response.writeHead(status).end());
    const asked = http.request(`${server.url}/x?token=secret`, request);
    if (typeof outcome === 'number') assert.equal((await asked).status, outcome);
    else
      await assert.rejects(asked, {
        name: outcome,
        status,
        message: /^http:\/\/127\.0\.0\.1:\d+\/x\?…(?: answered|:)/,
      });
    assert.equal(server.seen.length, 1);
  });
}

for (const [type, expect, message] of [
  ['application/json', ['application/json'], undefined],
  ['Application/JSON;charset=utf-8', ['application/json'], undefined],
  ['application/vnd.pypi.simple.v1+json', ['text/html', 'application/vnd.pypi.simple.v1+json'], undefined],
  ['text/html', ['application/json', 'text/plain'], /text\/html instead of application\/json or text\/plain/],
  ['application/jsonp', ['application/json'], /instead of/],
  ['\u0001', ['application/json'], /no content type instead of/],
  [undefined, ['application/json'], /no content type instead of/],
] as const) {
  test(`${JSON.stringify(type)} where ${expect} is expected`, async (t) => {
    const { http, server } = await ask(t, (_, response) => {
      if (type !== undefined && !type.startsWith('\u0001')) response.setHeader('content-type', type);
      response.end('{}');
    });
    const asked = http.request(server.url, { expect });
    if (message === undefined) assert.equal((await asked).status, 200);
    else await assert.rejects(asked, { name: 'FormatError', message, status: 200 });
  });
}

test('a login page with status 200 is no JSON, nor is an empty reply', async (t) => {
  const { http, server } = await ask(t, ({ url }, response) => {
    if (url === '/html') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    else response.writeHead(200, JSON_TYPE).end();
  });
  await assert.rejects(http.readJson(`${server.url}/html`), {
    name: 'FormatError',
    message: /text\/html instead/,
  });
  await assert.rejects(http.readJson(`${server.url}/empty`), { name: 'FormatError', message: /not JSON/ });
});

test('JSON loses prototype keys, and an accepted 404 has none', async (t) => {
  const { http, server } = await ask(t, ({ url }, response) => {
    if (url === '/gone') response.writeHead(404).end('<html>');
    else response.writeHead(200, JSON_TYPE).end('{"__proto__":{"admin":true},"a":1}');
  });
  assert.deepEqual((await http.readJson(server.url)).json, { a: 1 });
  const gone = await http.readJson(`${server.url}/gone`, { statuses: [404] });
  assert.deepEqual([gone.status, gone.json], [404, undefined]);
});

const SPEECH = 'tidings '.repeat(100);
for (const [encoding, body] of [
  ['gzip', gzipSync(SPEECH)],
  ['x-gzip', gzipSync(SPEECH)],
  [' GZIP ', gzipSync(SPEECH)],
  ['br', brotliCompressSync(SPEECH)],
  ['identity', Buffer.from(SPEECH)],
] as const) {
  test(`content encoding “${encoding}” is undone`, async (t) => {
    const { http, server } = await ask(t, (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    assert.equal(text((await http.request(server.url)).body), SPEECH);
  });
}

test('a compressed reply without a body is none to undo', async (t) => {
  const { http, server } = await ask(t, ({ method }, response) => {
    response.writeHead(method === 'HEAD' ? 200 : 204, { 'content-encoding': 'gzip' }).end();
  });
  for (const method of ['HEAD', 'GET'] as const) {
    assert.equal((await http.request(server.url, { method })).body.length, 0);
  }
});

for (const encoding of ['deflate', 'gzip, gzip', 'zstd', 'constructor']) {
  test(`content encoding “${encoding}” is refused`, async (t) => {
    const { http, server } = await ask(t, (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end('x'),
    );
    await assert.rejects(http.request(server.url), {
      name: 'FormatError',
      message: /encoding that was not asked for/,
    });
  });
}

test('a header that no header may be is shown, not thrown at', async (t) => {
  const { http, server } = await ask(t, (_, response) => {
    response.socket?.end(
      'HTTP/1.1 200 OK\r\nx-odd: a\u2603\r\nx-two: 1\r\nx-two: 2\r\ncontent-length: 0\r\n\r\n',
    );
  });
  const { headers } = await http.request(server.url);
  assert.equal(headers.get('x-odd')?.startsWith('a'), true);
  assert.equal(headers.get('x-two'), '1, 2');
});
