import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { openHttp, serve } from './local-server.ts';

const LIMIT = 10_000;

for (const [what, encoding, body] of [
  ['a gzip bomb', 'gzip', gzipSync(Buffer.alloc(20_000_000))],
  ['a brotli bomb', 'br', brotliCompressSync(Buffer.alloc(20_000_000))],
  ['a plain body', 'identity', Buffer.alloc(LIMIT + 1)],
  [
    'a body that is larger before it is decoded',
    'gzip',
    gzipSync('', { level: 0 }).toString('latin1').repeat(600),
  ],
] as const) {
  test(`${what} is stopped at the cap, and not asked for again`, async (t) => {
    const server = await serve(t, (_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(body, 'latin1');
    });
    const { http } = openHttp([server.host]);
    const asked = http.request(server.url, { maxBytes: LIMIT });
    await assert.rejects(asked, { name: 'FormatError', message: /larger than 10000 bytes/ });
    assert.equal(server.seen.length, 1);
  });
}

test('the cap itself is allowed, and what is not said is 10 MB', async (t) => {
  const server = await serve(t, (request, response) =>
    response.end(Buffer.alloc(Number(request.url?.slice(1)))),
  );
  const { http } = openHttp([server.host]);
  assert.equal((await http.request(`${server.url}/${LIMIT}`, { maxBytes: LIMIT })).body.length, LIMIT);
  const most = 10 * 1024 * 1024;
  assert.equal((await http.request(`${server.url}/${most}`)).body.length, most);
  await assert.rejects(http.request(`${server.url}/${most + 1}`), { message: /larger than 10485760 bytes/ });
});

test('an endless body is stopped at the cap', async (t) => {
  const server = await serve(t, (_, response) => pour(response));
  const { http } = openHttp([server.host]);
  await assert.rejects(http.request(server.url), { name: 'FormatError', message: /larger than/ });
});

function pour(response: ServerResponse): void {
  while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
  response.once('drain', () => pour(response));
}

for (const [what, handler] of [
  ['nothing', () => {}],
  ['a head without a body', (response: ServerResponse) => response.writeHead(200).flushHeaders()],
  ['a slow drip', drip],
  ['a slow drip with an error', (response: ServerResponse) => drip(response.writeHead(404))],
] as const) {
  test(`the deadline ends a reply of ${what}`, async (t) => {
    const server = await serve(t, (_, response) => handler(response));
    const { http, waits } = openHttp([server.host]);
    const asked = http.request(server.url, { deadlineMs: 80 });
    await assert.rejects(asked, { name: 'HostError', message: /no complete answer within 0\.08 s$/ });
    assert.deepEqual(waits, []);
  });
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('.'), 10);
  response.once('close', () => clearInterval(timer));
}

test('a wait that is longer than what is left of the deadline is not begun', async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(500).end());
  const { http, waits } = openHttp([server.host]);
  await assert.rejects(http.request(server.url, { deadlineMs: 1000 }), { status: 500 });
  await assert.rejects(http.request(server.url, { deadlineMs: 5000 }), { status: 500 });
  assert.deepEqual([waits, server.seen.length], [[1000], 3]);
});

test('redirects and tries share one deadline', async (t) => {
  const server = await serve(t, ({ url }, response) => {
    setTimeout(() => response.writeHead(302, { location: `/${Number(url?.slice(1)) + 1}` }).end(), 100);
  });
  const { http } = openHttp([server.host]);
  await assert.rejects(http.request(`${server.url}/1`, { deadlineMs: 350 }), {
    message: /no complete answer/,
  });
});

test('waits use up the deadline', async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(503, { 'retry-after': '20' }).end());
  const { http, waits } = openHttp([server.host], { now: () => 0 });
  await assert.rejects(http.request(server.url, { deadlineMs: 30_000 }), { message: /left alone for 20 s/ });
  assert.deepEqual([waits, server.seen.length], [[1000, 20_000, 4000], 2]);
});

test('time in the queue does not count', async (t) => {
  const server = await serve(t, (_, response) => setTimeout(() => response.end('x'), 200));
  const { http } = openHttp([server.host], { hostLimits: { [server.host]: { sockets: 1 } } });
  const asked = Array.from({ length: 10 }, () => http.request(server.url, { deadlineMs: 1500 }));
  assert.equal((await Promise.all(asked)).length, 10);
});

test('silence ends a reply before its deadline', async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(200).flushHeaders());
  const { http, waits } = openHttp([server.host], { limits: { gapMs: 50, tries: 2 } });
  await assert.rejects(http.request(server.url), { name: 'HostError', message: /it fell silent/ });
  assert.deepEqual([waits, server.seen.length], [[1000], 2]);
  const silent = await serve(t, () => {});
  const { http: hasty } = openHttp([silent.host], { limits: { headersMs: 50, tries: 1 } });
  await assert.rejects(hasty.request(silent.url), { name: 'HostError', message: /it fell silent/ });
});

test('headers have a cap', async (t) => {
  const server = await serve(t, (_, response) =>
    response.writeHead(200, { 'x-long': 'a'.repeat(17 * 1024) }).end(),
  );
  const { http, waits } = openHttp([server.host]);
  await assert.rejects(http.request(server.url), { name: 'HostError', message: /broke the HTTP protocol/ });
  assert.deepEqual(waits, []);
});
