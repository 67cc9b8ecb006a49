import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { type TestContext, test } from 'node:test';
import { makeCertificate } from './certificate.ts';
import { openHttp, portOf, serve } from './local-server.ts';

const { key, cert } = makeCertificate('localhost');
const lookup = async () => [{ address: '127.0.0.1', family: 4 }];

async function serveTls(t: TestContext, handler: RequestListener): Promise<string> {
  const server = createServer({ key, cert }, handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `localhost:${portOf(server.address())}`;
}

test('a certificate of an unknown authority is not trusted, nor asked twice', async (t) => {
  const host = await serveTls(t, (_, response) => response.end('here'));
  const { http, waits } = openHttp([host], { lookup });
  await assert.rejects(http.request(`https://${host}/`), {
    name: 'HostError',
    message: /its TLS is not to be trusted/,
  });
  assert.deepEqual(waits, []);
});

test('a certificate that the owner trusts is, for its own name', async (t) => {
  const host = await serveTls(t, (_, response) => response.end('here'));
  const other = `git.corp.example:${host.split(':')[1]}`;
  const { http } = openHttp([host, other], { lookup, ca: [cert] });
  assert.equal((await http.request(`https://${host}/`)).status, 200);
  await assert.rejects(http.request(`https://${other}/`), { message: /its TLS is not to be trusted/ });
});

test('no redirect leads from https to http', async (t) => {
  const plain = await serve(t, (_, response) => response.end('here'));
  const host = await serveTls(t, (_, response) => response.writeHead(302, { location: plain.url }).end());
  const { http } = openHttp([host, plain.host], { lookup, ca: [cert] });
  await assert.rejects(http.request(`https://${host}/`), {
    name: 'HostError',
    message: /from https to http is refused/,
  });
  assert.equal(plain.seen.length, 0);
});

test('plain HTTP is no TLS', async (t) => {
  const plain = await serve(t, (_, response) => response.end('here'));
  const { http } = openHttp([plain.host]);
  await assert.rejects(http.request(`https://${plain.host}/`), {
    name: 'HostError',
    message: /its TLS is not/,
  });
});
