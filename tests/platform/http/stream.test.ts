import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { collect } from '../../../src/platform/http/read-body.ts';
import { openHttp, serve } from './local-server.ts';

const ARCHIVE = gzipSync('a'.repeat(100_000));

test('an archive comes as it is, whatever encoding is claimed', async (t) => {
  const server = await serve(t, (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(ARCHIVE),
  );
  const { http } = openHttp([server.host]);
  const [bytes, url] = await http.stream(
    `${server.url}/a.tgz`,
    {},
    async (body, head) => [await collect(body), head.url] as const,
  );
  assert.deepEqual([gunzipSync(bytes).length, url], [100_000, `${server.url}/a.tgz`]);
  assert.equal(server.seen[0]?.headers['accept-encoding'], 'identity');
});

test('a stream has the caps of any request', async (t) => {
  const server = await serve(t, ({ url }, response) => {
    if (url === '/slow') response.writeHead(200).flushHeaders();
    else response.writeHead(url === '/gone' ? 404 : 200).end(ARCHIVE);
  });
  const { http } = openHttp([server.host]);
  const read = (path: string, request = {}) => http.stream(server.url + path, request, collect);
  await assert.rejects(read('/', { maxBytes: 50 }), { name: 'FormatError', message: /larger than 50 bytes/ });
  await assert.rejects(read('/slow', { deadlineMs: 50 }), { message: /no complete answer within 0\.05 s/ });
  await assert.rejects(read('/gone'), { status: 404 });
  await assert.rejects(read('/', { expect: ['application/gzip'] }), { name: 'FormatError' });
});

test('a reader that throws, or stops early, ends the request', async (t) => {
  const server = await serve(t, (_, response) => response.end(Buffer.alloc(1_000_000)));
  const { http, waits } = openHttp([server.host], { hostLimits: { [server.host]: { sockets: 1 } } });
  const broken = new Error('no archive');
  await assert.rejects(
    http.stream(server.url, {}, () => Promise.reject(broken)),
    broken,
  );
  const first = await http.stream(server.url, {}, async (body) => {
    for await (const piece of body) return piece.length;
    return 0;
  });
  assert.ok(first > 0);
  assert.equal(await http.stream(server.url, {}, async () => 'unread'), 'unread');
  assert.equal((await http.request(server.url)).body.length, 1_000_000);
  assert.deepEqual([server.seen.length, waits], [4, []]);
});

test('a body that breaks off is read anew', async (t) => {
  let tries = 0;
  const server = await serve(t, (_, response) => {
    tries += 1;
    if (tries > 1) return response.end(ARCHIVE);
    response.writeHead(200, { 'content-length': ARCHIVE.length }).write('half');
    return setTimeout(() => response.destroy(), 20);
  });
  const { http } = openHttp([server.host]);
  assert.equal((await http.stream(server.url, {}, collect)).length, ARCHIVE.length);
  assert.equal(tries, 2);
});
