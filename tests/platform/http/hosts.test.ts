import assert from 'node:assert/strict';
import type { RequestListener, ServerResponse } from 'node:http';
import { test } from 'node:test';
import { HostError } from '../../../src/platform/errors.ts';
import { createHttp } from '../../../src/platform/http/create-http.ts';
import { hostLimit } from '../../../src/platform/http/host-limit.ts';
import { closedPort, openHttp, serve } from './local-server.ts';

const NOW = Date.parse('2026-11-20T10:00:00Z');

/** Answers when so many requests are there, and a moment has shown that there are no more; `most` is how many there ever were. */
function gather(count: number) {
  const waiting: ServerResponse[] = [];
  const seen = { most: 0 };
  const handler: RequestListener = (_, response) => {
    waiting.push(response);
    seen.most = Math.max(seen.most, waiting.length);
    if (waiting.length < count) return;
    setTimeout(() => {
      for (const each of waiting.splice(0)) each.end('x');
    }, 30);
  };
  return { seen, handler };
}

for (const sockets of [1, 3]) {
  test(`never more than ${sockets} requests to a host at once`, async (t) => {
    const { seen, handler } = gather(sockets);
    const server = await serve(t, handler);
    const { http } = openHttp([server.host], { hostLimits: { [server.host]: { sockets } } });
    await Promise.all(Array.from({ length: 3 * sockets }, () => http.request(server.url)));
    assert.deepEqual([seen.most, http.requests().get(server.host)], [sockets, 3 * sockets]);
  });
}

test('registries get many sockets, hosts that ask for it few, all others four', () => {
  assert.deepEqual(hostLimit('registry.corp.example', true), {
    sockets: 10,
    requests: 50_000,
    gapMs: 0,
  });
  assert.deepEqual(hostLimit('codeberg.org', false), { sockets: 1, requests: 2000, gapMs: 0 });
  assert.deepEqual(hostLimit('crates.io', false), { sockets: 1, requests: 10_000, gapMs: 1000 });
  assert.equal(hostLimit('rubygems.org', false).gapMs, 100);
  assert.equal(hostLimit('pypi.org', false).sockets, 2);
  assert.deepEqual(hostLimit('git.corp.example', false), { sockets: 4, requests: 10_000, gapMs: 0 });
});

test('the registries of npm are allowed, and good for ten sockets', async (t) => {
  const { seen, handler } = gather(10);
  const server = await serve(t, handler);
  const { http } = openHttp([], { registryHosts: [server.host] });
  await Promise.all(Array.from({ length: 30 }, () => http.request(server.url)));
  assert.equal(seen.most, 10);
});

test('a gap is kept from one request to the next, in whatever order they are asked for', async (t) => {
  const clock = { now: NOW };
  const begun: number[] = [];
  const server = await serve(t, (_, response) => {
    begun.push(clock.now - NOW);
    clock.now += 300;
    response.end('x');
  });
  const sleep = async (milliseconds: number) => {
    clock.now += milliseconds;
  };
  const http = createHttp({
    userAgent: 'tidings/test',
    allowHosts: [server.host],
    hostLimits: { [server.host]: { sockets: 4, gapMs: 1000 } },
    now: () => clock.now,
    sleep,
  });
  await Promise.all([1, 2, 3].map(() => http.request(server.url)));
  clock.now += 5000;
  await http.request(server.url);
  assert.deepEqual(begun, [0, 1000, 2000, 7300]);
});

test('the budget of a run is kept, tries included', async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(500).end());
  const { http } = openHttp([server.host], { hostLimits: { [server.host]: { requests: 4 } } });
  await assert.rejects(http.request(server.url), { status: 500 });
  await assert.rejects(http.request(server.url), {
    name: 'HostError',
    message: /: 4 requests in one run are enough$/,
  });
  assert.equal(server.seen.length, 4);
});

test('a host that cannot be reached is left alone after two requests, with the same cause', async () => {
  const port = await closedPort();
  const { http, waits } = openHttp([`127.0.0.1:${port}`]);
  const url = `http://127.0.0.1:${port}/`;
  for (const _ of [1, 2]) await assert.rejects(http.request(url), { message: /it refused the connection/ });
  assert.deepEqual([http.requests().get(`127.0.0.1:${port}`), waits.length], [6, 4]);
  await assert.rejects(http.request(url), (error: unknown) => {
    assert.ok(error instanceof HostError && error.cause instanceof HostError);
    assert.equal(error.message, `127.0.0.1:${port} cannot be reached`);
    return /it refused the connection/.test(error.cause.message);
  });
  assert.deepEqual([http.requests().get(`127.0.0.1:${port}`), waits.length], [6, 4]);
});

test('many requests at once to a host that cannot be reached end soon', async () => {
  const port = await closedPort();
  const { http } = openHttp([`127.0.0.1:${port}`]);
  const asked = Array.from({ length: 40 }, () => http.request(`http://127.0.0.1:${port}/`));
  const outcomes = await Promise.allSettled(asked);
  assert.equal(
    outcomes.every(({ status }) => status === 'rejected'),
    true,
  );
  // Three tries of four at a time, and the few that begin before the second of them has given up.
  assert.ok((http.requests().get(`127.0.0.1:${port}`) ?? 0) <= 16);
});

test('a name that does not resolve is left alone too, other hosts are not', async () => {
  const asked: string[] = [];
  const lookup = (name: string) => {
    asked.push(name);
    return Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
  };
  const { http } = openHttp([], { lookup });
  for (const host of ['a.org', 'a.org', 'a.org', 'b.org'])
    await assert.rejects(http.request(`https://${host}/`));
  assert.deepEqual(asked, ['a.org', 'a.org', 'b.org']);
});

test('an answer forgets failures, and a broken reply is no unreachable host', async (t) => {
  let isDown = false;
  const server = await serve(t, ({ url }, response) => {
    if (isDown) response.socket?.resetAndDestroy();
    else response.writeHead(url === '/half' ? 200 : 404, { 'content-length': url === '/half' ? 9 : 0 });
    if (url !== '/half') response.end();
    else setTimeout(() => response.destroy(), 10);
    response.flushHeaders();
  });
  const { http } = openHttp([server.host]);
  for (const down of [true, false, true, false]) {
    isDown = down;
    await assert.rejects(http.request(server.url), down ? /broke the connection off/ : { status: 404 });
  }
  const halves = await Promise.allSettled([1, 2, 3, 4].map(() => http.request(`${server.url}/half`)));
  for (const half of halves)
    assert.match(String(half.status === 'rejected' && half.reason), /broke the connection off/);
  await assert.rejects(http.request(server.url), { status: 404 });
});

test('a request that is answered at last does not count as one that could not reach its host', async (t) => {
  const plan = ['reset', '404', 'reset', 'reset', 'reset', '404'];
  const server = await serve(t, (_, response) => {
    if (plan.shift() === 'reset') response.socket?.resetAndDestroy();
    else response.writeHead(404).end();
  });
  const { http } = openHttp([server.host]);
  await assert.rejects(http.request(server.url), { status: 404 });
  await assert.rejects(http.request(server.url), /broke the connection off/);
  await assert.rejects(http.request(server.url), { status: 404 });
});

test('a deadline that ends between tries still tells that the host is unreachable', async () => {
  const port = await closedPort();
  const { http } = openHttp([`127.0.0.1:${port}`]);
  const ask = () => http.request(`http://127.0.0.1:${port}/`, { deadlineMs: 900 });
  for (const _ of [1, 2]) await assert.rejects(ask(), /it refused the connection/);
  await assert.rejects(ask(), /cannot be reached/);
});

test('a host that asks for more than a minute is left alone for the rest of the run', async (t) => {
  let now = NOW;
  const server = await serve(t, (_, response) => response.writeHead(429, { 'retry-after': '1934' }).end());
  const { http, waits } = openHttp([server.host], { now: () => now });
  const refusal = {
    name: 'HostError',
    status: 429,
    message: `${server.host} asks to be left alone until 2026-11-20T10:32:14Z`,
    retryAt: '2026-11-20T10:32:14Z',
  };
  await assert.rejects(http.request(server.url), refusal);
  now += 10_000_000;
  await assert.rejects(http.request(server.url), refusal);
  assert.deepEqual([server.seen.length, waits], [1, []]);
});

test('a plain answer counts, even if the host asked another request to go away meanwhile', async (t) => {
  const server = await serve(t, ({ url }, response) => {
    if (url === '/limited') response.writeHead(429, { 'retry-after': '1934' }).end();
    else limited.finally(() => response.writeHead(404).end()).catch(() => {});
  });
  const { http } = openHttp([server.host]);
  const slow = http.request(`${server.url}/slow`);
  const limited = http.request(`${server.url}/limited`);
  await assert.rejects(limited, { status: 429 });
  await assert.rejects(slow, { status: 404, message: /answered 404/ });
});

test('a host that asks for a minute or less gets it, from all requests', async (t) => {
  const clock = { now: NOW };
  let isLimited = true;
  const server = await serve(t, (_, response) => {
    response.writeHead(isLimited ? 403 : 200, isLimited ? { 'retry-after': '30' } : {}).end();
    isLimited = false;
  });
  const { http, waits } = openHttp([server.host], { now: () => clock.now });
  await assert.rejects(http.request(server.url), { status: 403 });
  assert.equal((await http.request(server.url)).status, 200);
  clock.now += 30_000;
  assert.equal((await http.request(server.url)).status, 200);
  assert.deepEqual(waits, [30_000]);
});

test('a retry waits as long as the host asks', async (t) => {
  let isLimited = true;
  const server = await serve(t, (_, response) => {
    response.writeHead(isLimited ? 503 : 200, { 'x-retry-after': String(NOW / 1000 + 7) }).end();
    isLimited = false;
  });
  const { http, waits } = openHttp([server.host], { now: () => NOW });
  assert.equal((await http.request(server.url)).status, 200);
  // The clock of this test stands still: the wait before a retry, then all of what the host asked for.
  assert.deepEqual(waits, [1000, 7000]);
});
