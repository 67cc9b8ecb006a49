import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type TestContext, test } from 'node:test';
import { openHttp, portOf, serve } from './local-server.ts';

/** A proxy that keeps what it was asked for, answers plain requests itself and opens no tunnel. */
async function serveProxy(t: TestContext) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('by proxy');
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { asked, url: `http://127.0.0.1:${portOf(server.address())}` };
}

test('a proxy is asked, and resolves names itself', async (t) => {
  const proxy = await serveProxy(t);
  const lookup = () => Promise.reject(new Error('nobody but the proxy looks names up'));
  const { http } = openHttp(['git.corp.example'], { proxy: { url: proxy.url }, lookup });
  const { body } = await http.request('http://git.corp.example/a?b');
  assert.equal(Buffer.from(body).toString(), 'by proxy');
  await assert.rejects(http.request('https://pypi.org/'), { name: 'HostError' });
  assert.deepEqual(proxy.asked, ['http://git.corp.example/a?b', 'pypi.org:443']);
});

test('all checks but the look-up stay with a proxy', async (t) => {
  const proxy = await serveProxy(t);
  const { http } = openHttp([], { proxy: { url: proxy.url } });
  for (const url of [
    'http://pypi.org/',
    'https://127.0.0.1/',
    'https://a.internal/',
    'https://pypi.org:444/',
  ]) {
    await assert.rejects(http.request(url), { name: 'HostError', message: /is refused/ }, url);
  }
  assert.deepEqual(proxy.asked, []);
});

for (const [except, isDirect] of [
  [['127.0.0.1'], true],
  [['*'], true],
  [[' 127.0.0.1 '], true],
  [['git.corp.example', ''], false],
  [['.0.0.1'], true],
  [['27.0.0.1'], false],
] as const) {
  test(`127.0.0.1 is asked ${isDirect ? 'directly' : 'by proxy'} if excepted are ${JSON.stringify(except)}`, async (t) => {
    const proxy = await serveProxy(t);
    const server = await serve(t, (_, response) => response.end('directly'));
    const { http } = openHttp([server.host], { proxy: { url: proxy.url, except } });
    const { body } = await http.request(server.url);
    assert.equal(Buffer.from(body).toString(), isDirect ? 'directly' : 'by proxy');
  });
}

test('a proxy that is not there is a host that is not there', async () => {
  const { http } = openHttp([], { proxy: { url: 'http://127.0.0.1:1' } });
  await assert.rejects(http.request('https://pypi.org/'), {
    name: 'HostError',
    message: /it refused the connection/,
  });
});
