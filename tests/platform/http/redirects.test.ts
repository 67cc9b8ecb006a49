import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closedPort, openHttp, serve } from './local-server.ts';

test('a redirect is followed, and the reply says where it came from', async (t) => {
  const server = await serve(t, ({ url }, response) => {
    if (url === '/old') response.writeHead(301, { location: '/new?a=b' }).end('moved');
    else response.end('here');
  });
  const { http } = openHttp([server.host]);
  const reply = await http.request(`${server.url}/old`, { authorization: 'Bearer x' });
  assert.deepEqual([reply.url, Buffer.from(reply.body).toString()], [`${server.url}/new?a=b`, 'here']);
  assert.deepEqual(
    server.seen.map(({ headers }) => headers.authorization),
    ['Bearer x', 'Bearer x'],
  );
  assert.deepEqual([...http.requests()], [[server.host, 2]]);
});

test('another origin gets no credential, cookie or validator', async (t) => {
  const other = await serve(t, (_, response) => response.end('here'));
  const server = await serve(t, (_, response) => response.writeHead(302, { location: other.url }).end());
  const { http } = openHttp([server.host, other.host]);
  const headers = { cookie: 'a=b', 'if-none-match': '"x"', 'private-token': 'x' };
  await http.request(server.url, { authorization: 'Bearer x', headers, accept: 'text/plain' });
  const sent = other.seen[0]?.headers ?? {};
  assert.deepEqual(Object.keys(sent).sort(), [
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
  assert.deepEqual([...http.requests().values()], [1, 1]);
});

test('five redirects are followed, a loop is not', async (t) => {
  const server = await serve(t, ({ url = '' }, response) => {
    const left = Number(url.slice(1));
    if (left === 0) response.end('here');
    else response.writeHead(302, { location: url === '/loop' ? '/loop' : `/${left - 1}` }).end();
  });
  const { http, waits } = openHttp([server.host]);
  assert.equal((await http.request(`${server.url}/5`)).status, 200);
  await assert.rejects(http.request(`${server.url}/6`), {
    name: 'HostError',
    message: /more than 5 redirects/,
  });
  await assert.rejects(http.request(`${server.url}/loop`), { message: /\/loop: more than 5 redirects/ });
  assert.deepEqual([server.seen.length, waits], [18, []]);
});

test('a redirect is no way into the private network', async (t) => {
  const inside = await serve(t, (_, response) => response.end('secret'));
  for (const location of [inside.url, 'http://169.254.169.254/', 'file:///etc/passwd', 'https://[::1]/']) {
    const server = await serve(t, (_, response) => response.writeHead(302, { location }).end());
    const { http } = openHttp([server.host]);
    await assert.rejects(http.request(server.url), { name: 'HostError', message: /is refused/ }, location);
  }
  assert.equal(inside.seen.length, 0);
});

test('a redirect without an address is the host’s fault', async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(302).end());
  const { http } = openHttp([server.host]);
  await assert.rejects(http.request(server.url), {
    name: 'HostError',
    status: 302,
    message: /without an address/,
  });
});

test('a failure behind a redirect names the host that failed', async (t) => {
  const gone = `127.0.0.1:${await closedPort()}`;
  const server = await serve(t, (_, response) =>
    response.writeHead(302, { location: `http://${gone}/` }).end(),
  );
  const { http } = openHttp([server.host, gone]);
  const message = `${server.url}/a, sent on to ${gone}: it refused the connection`;
  await assert.rejects(http.request(`${server.url}/a`), { name: 'HostError', message });
});
