import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { HostError } from '../../../src/platform/errors.ts';
import { parseAllowedHosts } from '../../../src/platform/http/allowed-hosts.ts';
import { checkUrl } from '../../../src/platform/http/check-url.ts';

const Hostile = z.array(z.object({ url: z.string(), expected: z.enum(['block', 'allow']), why: z.string() }));
const hostile = Hostile.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/hostile/urls.json', import.meta.url), 'utf8')),
);

function judge(url: string, allowed: readonly string[] = []): 'allow' | 'block' {
  try {
    checkUrl(url, parseAllowedHosts(allowed));
    return 'allow';
  } catch (error) {
    assert.ok(error instanceof HostError, `${url}: ${error}`);
    return 'block';
  }
}

test('the hostile addresses are judged as expected, over http and over https', () => {
  assert.equal(hostile.length, 49);
  for (const { url, expected, why } of hostile) assert.equal(judge(url), expected, `${url}: ${why}`);
  const secured = hostile.filter(({ url, why }) => url.startsWith('http:') && !why.includes('plain http'));
  for (const { url, why } of secured)
    assert.equal(judge(url.replace('http:', 'https:')), 'block', `${url}: ${why}`);
});

for (const [url, expected] of [
  ['https://pypi.org/simple/x/', 'allow'],
  ['HTTPS://PyPI.org/simple/', 'allow'],
  ['https://pypi.org:443/', 'allow'],
  ['https://pypi.org#part', 'allow'],
  ['https://8.8.8.8/', 'allow'],
  [`https://pypi.org/${'a'.repeat(2031)}`, 'allow'],
  [`https://pypi.org/${'a'.repeat(2032)}`, 'block'],
  ['https://user@pypi.org/', 'block'],
  ['https://:secret@pypi.org/', 'block'],
  ['http://pypi.org/', 'block'],
  ['ftp://pypi.org/', 'block'],
  ['https://pypi.org:8443/', 'block'],
  ['https://pypi.org:80/', 'block'],
  ['https://pypi.org./', 'block'],
  ['https://.../', 'block'],
  ['https://./', 'block'],
  ['https://a..b.org/', 'block'],
  ['https://-a.org/', 'block'],
  ['https://a_b.org/', 'block'],
  ['https://a.b1/', 'block'],
  ['https://a.1/', 'block'],
  [`https://${'a'.repeat(64)}.org/`, 'block'],
  [`https://${'abcdefg.'.repeat(32)}org/`, 'block'],
  ['https://a.xn--p1ai/', 'allow'],
  ['https://localhost/', 'block'],
  ['https://a.localhost/', 'block'],
  ['https://home.arpa/', 'block'],
  ['https://router.home.arpa/', 'block'],
  ['https://in-addr.arpa/', 'allow'],
  ['https://a.lan/', 'block'],
  ['https://a.corp/', 'block'],
  ['https://a.home/', 'block'],
  ['https://a.invalid/', 'block'],
  ['https://a.test/', 'block'],
  ['https://a.example/', 'block'],
  ['https://a.onion/', 'block'],
  ['https://notlocal.org/', 'allow'],
  ['https:/pypi.org/', 'block'],
  ['https:\\\\pypi.org/', 'block'],
  ['https://pypi.org\\@127.0.0.1/', 'block'],
  ['https://pypi.org/a b', 'block'],
  [' https://pypi.org/', 'block'],
  ['https://pypi.org/\n', 'block'],
  ['https://pypi.org/\u007f', 'block'],
  ['https://pypi.org/%00', 'allow'],
  ['https://[::1/', 'block'],
  ['https://?a', 'block'],
] as const) {
  test(`${JSON.stringify(url.slice(0, 60))} is judged: ${expected}`, () =>
    assert.equal(judge(url), expected));
}

for (const [url, allowed, expected] of [
  ['http://127.0.0.1:8080/x', '127.0.0.1:8080', 'allow'],
  ['https://127.0.0.1:8080/x', '127.0.0.1:8080', 'allow'],
  ['http://127.0.0.1:8081/x', '127.0.0.1:8080', 'block'],
  ['http://127.0.0.2:8080/x', '127.0.0.1:8080', 'block'],
  ['https://git.corp.example/', 'git.corp.example', 'allow'],
  ['http://git.corp.example/', 'git.corp.example', 'allow'],
  ['https://GIT.corp.example/', 'Git.Corp.Example', 'allow'],
  ['https://git.corp.example:8443/', 'git.corp.example', 'block'],
  ['https://git.corp.example/', 'git.corp.example:443', 'allow'],
  ['http://git.corp.example/', 'git.corp.example:443', 'block'],
  ['https://a.git.corp.example/', 'git.corp.example', 'block'],
  ['http://[::1]:80/', '[::1]:80', 'allow'],
  ['http://localhost/', 'localhost', 'allow'],
  ['http://user@localhost/', 'localhost', 'block'],
  ['ftp://localhost/', 'localhost', 'block'],
] as const) {
  test(`with ${allowed} allowed, ${url} is judged: ${expected}`, () =>
    assert.equal(judge(url, [allowed]), expected));
}

test('a checked address knows whether the owner vouches for it, and has no fragment', () => {
  const allowed = parseAllowedHosts(['localhost']);
  assert.equal(checkUrl('http://localhost/', allowed).trusted, true);
  const open = checkUrl('https://pypi.org/a?b#c', allowed);
  assert.deepEqual([open.trusted, open.url.href], [false, 'https://pypi.org/a?b']);
});

test('a refusal names the remedy, and no secret', () => {
  assert.throws(
    () => checkUrl('https://me:hunter2@pypi.org/?token=hunter2', []),
    (error: unknown) => {
      assert.ok(error instanceof HostError);
      assert.match(
        error.message,
        /^https:\/\/pypi\.org\/\?… is refused: it carries a user name or password$/,
      );
      assert.match(error.remedy ?? '', /TIDINGS_ALLOW_HOSTS/);
      return error.cause === undefined;
    },
  );
});

test('only hosts can be allowed', () => {
  for (const entry of [
    '',
    'https://a.org',
    'a.org/',
    'a.org:',
    'a.org:99999',
    'a b',
    '*.org',
    'me@a.org',
    '[::1',
  ]) {
    assert.throws(
      () => parseAllowedHosts([entry]),
      { name: 'ConfigError', remedy: /name:port|without scheme/ },
      entry,
    );
  }
});
