import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { closedPort, openHttp, serve } from './local-server.ts';

test('fetch returns every status, decoded and with its address', async (t) => {
  const packed = gzipSync('{"a":1}');
  const server = await serve(t, ({ url }, response) => {
    if (url === '/old') return response.writeHead(301, { location: '/new' }).end();
    const headers = { 'content-encoding': 'gzip', 'content-length': packed.length, 'x-a': 'b' };
    return response.writeHead(url === '/bad' ? 502 : 200, headers).end(packed);
  });
  const { http } = openHttp([server.host]);
  const reply = await http.fetch(new URL(`${server.url}/old`));
  assert.deepEqual([reply.status, reply.url, reply.headers.get('x-a')], [200, `${server.url}/new`, 'b']);
  for (const name of ['content-encoding', 'content-length']) assert.equal(reply.headers.get(name), null);
  assert.deepEqual(await reply.json(), { a: 1 });
  const bad = await http.fetch(`${server.url}/bad`);
  assert.deepEqual([bad.status, bad.ok, await bad.text()], [502, false, '{"a":1}']);
  assert.equal(server.seen.length, 3);
});

test('fetch posts text or bytes with its headers', async (t) => {
  const server = await serve(t, (request, response) => request.pipe(response));
  const { http } = openHttp([server.host]);
  for (const body of ['question', new TextEncoder().encode('question')]) {
    const reply = await http.fetch(server.url, {
      method: 'post',
      body,
      headers: { Authorization: 'token x' },
    });
    assert.equal(await reply.text(), 'question');
  }
  assert.deepEqual([server.seen[0]?.method, server.seen[0]?.headers.authorization], ['POST', 'token x']);
});

test('fetch returns replies without a body', async (t) => {
  const server = await serve(t, ({ url }, response) => response.writeHead(Number(url?.slice(1))).end());
  const { http } = openHttp([server.host]);
  for (const status of [204, 205, 304]) {
    const reply = await http.fetch(`${server.url}/${status}`);
    assert.deepEqual([reply.status, reply.body], [status, null]);
  }
});

test('fetch rejects what it cannot do, what is refused and what ends too late', async (t) => {
  const server = await serve(t, () => {});
  const { http } = openHttp([server.host], { limits: { deadlineMs: 60 } });
  await assert.rejects(http.fetch(new Request('https://pypi.org/')), TypeError);
  await assert.rejects(http.fetch(server.url, { method: 'DELETE' }), /DELETE is no method that only asks/);
  await assert.rejects(
    http.fetch(server.url, { method: 'POST', body: new FormData() }),
    /a body is text or bytes/,
  );
  await assert.rejects(http.fetch('http://127.0.0.1:1/'), { name: 'HostError', message: /is refused/ });
  await assert.rejects(http.fetch(server.url), { name: 'HostError', message: /no complete answer/ });
  await assert.rejects(http.fetch(server.url, { signal: AbortSignal.timeout(20) }), { name: 'TimeoutError' });
});

test('fetch tries a connection again, not a status', async () => {
  const host = `127.0.0.1:${await closedPort()}`;
  const { http } = openHttp([host]);
  await assert.rejects(http.fetch(`http://${host}/`), { name: 'HostError' });
  assert.equal(http.requests().get(host), 3);
});
