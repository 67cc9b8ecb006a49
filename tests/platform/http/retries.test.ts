import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { closedPort, openHttp, serve } from './local-server.ts';

/** Answers the first requests so, and all later ones well. */
function failing(times: number, fail: (response: ServerResponse) => void) {
  let left = times;
  return (_: unknown, response: ServerResponse) => {
    left -= 1;
    if (left >= 0) fail(response);
    else response.end('here');
  };
}

const FAILURES = [
  ['408', (response: ServerResponse) => response.writeHead(408).end()],
  ['500', (response: ServerResponse) => response.writeHead(500).end()],
  [
    '502 with a page',
    (response: ServerResponse) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>'),
  ],
  ['a connection that is reset', (response: ServerResponse) => response.socket?.resetAndDestroy()],
  [
    'a body that breaks off',
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      setTimeout(() => response.destroy(), 20);
    },
  ],
  [
    'broken compression',
    (response: ServerResponse) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
  ],
  [
    'cut compression',
    (response: ServerResponse) => {
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync('a'.repeat(1000)).subarray(0, -10));
    },
  ],
] as const;

for (const [what, fail] of FAILURES) {
  test(`${what} is asked again after 1 and 4 seconds, three times in all`, async (t) => {
    const server = await serve(t, failing(2, fail));
    const { http, waits } = openHttp([server.host]);
    assert.equal(Buffer.from((await http.request(server.url)).body).toString(), 'here');
    assert.deepEqual(waits, [1000, 4000]);
    const broken = await serve(t, failing(9, fail));
    const second = openHttp([broken.host]);
    await assert.rejects(second.http.request(broken.url), /HostError|FormatError/);
    assert.deepEqual([broken.seen.length, second.waits], [3, [1000, 4000]]);
  });
}

for (const status of [400, 401, 403, 404, 410, 422, 451]) {
  test(`${status} is never asked again`, async (t) => {
    const server = await serve(
      t,
      failing(1, (response) => response.writeHead(status).end()),
    );
    await assert.rejects(openHttp([server.host]).http.request(server.url), { name: 'HostError', status });
    assert.equal(server.seen.length, 1);
  });
}

test('a caller may do its own retries', async (t) => {
  const server = await serve(t, ({ url }, response) => response.writeHead(Number(url?.slice(1))).end());
  const { http } = openHttp([server.host]);
  const request = { retryStatuses: [429, 500, 503] };
  await assert.rejects(http.request(`${server.url}/502`, request), { status: 502 });
  assert.equal(server.seen.length, 1);
  await assert.rejects(http.request(`${server.url}/503`, request), { status: 503 });
  assert.equal(server.seen.length, 4);
  assert.equal((await http.request(`${server.url}/500`, { statuses: [500] })).status, 500);
  assert.equal(server.seen.length, 5);
});

test('waits differ by half', async (t) => {
  for (const [random, expected] of [
    [0, [500, 2000]],
    [1, [1500, 6000]],
  ] as const) {
    const server = await serve(
      t,
      failing(9, (response) => response.writeHead(500).end()),
    );
    const { http, waits } = openHttp([server.host], { random: () => random });
    await assert.rejects(http.request(server.url));
    assert.deepEqual(waits, expected);
  }
});

test('a refused connection is tried three times, and its cause is kept', async () => {
  const host = `127.0.0.1:${await closedPort()}`;
  const { http, waits } = openHttp([host]);
  await assert.rejects(http.request(`http://${host}/a`), (error: unknown) => {
    assert.ok(error instanceof Error && error.cause instanceof Error);
    assert.equal(error.message, `http://${host}/a: it refused the connection`);
    return 'code' in error.cause && error.cause.code === 'ECONNREFUSED';
  });
  assert.deepEqual(waits, [1000, 4000]);
});

for (const [code, tries, message] of [
  ['ENOTFOUND', 1, /its name does not resolve/],
  ['EAI_AGAIN', 3, /could not be looked up/],
  ['EHOSTUNREACH', 3, /there is no way to it/],
  ['ETIMEDOUT', 3, /connecting took too long/],
  ['CERT_HAS_EXPIRED', 1, /its TLS is not to be trusted/],
] as const) {
  test(`${code} is tried ${tries} times`, async () => {
    let lookups = 0;
    const lookup = () => {
      lookups += 1;
      return Promise.reject(Object.assign(new Error(code), { code }));
    };
    await assert.rejects(openHttp([], { lookup }).http.request('https://pypi.org/'), {
      name: 'HostError',
      message,
    });
    assert.equal(lookups, tries);
  });
}

test('a look-up that never ends is a connection that takes too long', async () => {
  const { http } = openHttp([], { lookup: () => new Promise(() => {}), limits: { connectMs: 50, tries: 1 } });
  await assert.rejects(http.request('https://pypi.org/'), {
    name: 'HostError',
    message: /connecting took too long/,
  });
});

test('a caller that gives up is not kept waiting', async (t) => {
  const server = await serve(t, () => {});
  const { http, waits } = openHttp([server.host]);
  await assert.rejects(http.request(server.url, { signal: AbortSignal.timeout(50) }), {
    name: 'TimeoutError',
  });
  await assert.rejects(http.request(server.url, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  assert.deepEqual(waits, []);
});
