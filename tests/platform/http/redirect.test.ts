import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAllowedHosts } from '../../../src/platform/http/allowed-hosts.ts';
import { checkUrl } from '../../../src/platform/http/check-url.ts';
import { followRedirect, type Hop, isRedirect } from '../../../src/platform/http/redirect.ts';

const allowed = parseAllowedHosts(['git.corp.example', '127.0.0.1:8080']);
const SECRETS = {
  authorization: 'Bearer x',
  cookie: 'a=b',
  'if-modified-since': 'x',
  'if-none-match': '"x"',
  'private-token': 'x',
};
const HARMLESS = { accept: 'application/json', 'content-type': 'text/plain', 'user-agent': 'tidings/test' };

function hop(url: string, method: Hop['method'] = 'GET'): Hop {
  const headers = new Headers({ ...SECRETS, ...HARMLESS });
  return {
    target: checkUrl(url, allowed),
    method,
    headers,
    body: method === 'POST' ? 'question' : undefined,
  };
}

for (const [from, location, to] of [
  ['https://pypi.org/a/b?c', '../d', 'https://pypi.org/d'],
  ['https://pypi.org/a', 'https://files.pythonhosted.org/x#y', 'https://files.pythonhosted.org/x'],
  ['http://127.0.0.1:8080/a', 'http://git.corp.example/', 'http://git.corp.example/'],
  ['http://127.0.0.1:8080/a', 'https://pypi.org/', 'https://pypi.org/'],
  ['https://pypi.org/a', '//crates.io/b', 'https://crates.io/b'],
] as const) {
  test(`${from} leads to ${to}`, () => {
    assert.equal(followRedirect(hop(from), 302, location, allowed).target.url.href, to);
  });
}

for (const [from, location, message] of [
  ['https://pypi.org/a', null, /without an address/],
  ['https://pypi.org/a', 'https://', /without an address/],
  ['https://pypi.org/a', 'http://pypi.org/a', /from https to http/],
  ['https://git.corp.example/a', 'http://git.corp.example/a', /from https to http/],
  ['https://pypi.org/a', 'https://169.254.169.254/', /not public/],
  ['https://pypi.org/a', 'file:///etc/passwd', /is refused/],
  ['https://pypi.org/a', 'data:text/plain,x', /is refused/],
  ['https://pypi.org/a', 'https://me@crates.io/', /user name/],
  ['https://pypi.org/a', 'https://git.corp.example/', /not public/],
  ['https://pypi.org/a', 'https://127.0.0.1:8080/', /only port 443/],
] as const) {
  test(`${from} must not lead to ${location}`, () => {
    assert.throws(() => followRedirect(hop(from), 302, location, allowed), { name: 'HostError', message });
  });
}

test('what is secret stays at its origin', () => {
  const same = followRedirect(hop('https://pypi.org/a'), 302, '/b', allowed);
  assert.deepEqual(Object.fromEntries(same.headers), { ...SECRETS, ...HARMLESS });
  for (const location of ['https://crates.io/', 'https://www.pypi.org/']) {
    const other = followRedirect(hop('https://pypi.org/a'), 302, location, allowed);
    assert.deepEqual(Object.fromEntries(other.headers), HARMLESS);
  }
  const otherPort = followRedirect(hop('http://git.corp.example/'), 302, 'http://127.0.0.1:8080/', allowed);
  assert.equal(otherPort.headers.has('authorization'), false);
});

for (const [status, method, body] of [
  [301, 'GET', undefined],
  [302, 'GET', undefined],
  [303, 'GET', undefined],
  [307, 'POST', 'question'],
  [308, 'POST', 'question'],
] as const) {
  test(`a post that gets ${status} goes on as ${method}`, () => {
    assert.equal(isRedirect(status), true);
    const next = followRedirect(hop('https://pypi.org/a', 'POST'), status, '/b', allowed);
    assert.deepEqual(
      [next.method, next.body, next.headers.has('content-type')],
      [method, body, body !== undefined],
    );
  });
}

test('a head stays a head, and other statuses are no redirects', () => {
  assert.equal(followRedirect(hop('https://pypi.org/a', 'HEAD'), 303, '/b', allowed).method, 'HEAD');
  for (const status of [200, 300, 304, 305, 306, 400]) assert.equal(isRedirect(status), false);
});
