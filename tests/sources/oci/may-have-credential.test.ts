import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Credential } from '../../../src/platform/credential.ts';
import { mayHaveCredential } from '../../../src/sources/oci/may-have-credential.ts';

const OWN: Credential = { user: 'robot', password: 'secret' };

for (const [realm, registry, other, expected] of [
  ['https://ghcr.io/token', 'https://ghcr.io', undefined, true],
  ['https://git.example/jwt/auth', 'https://git.example:5050', undefined, true],
  ['https://gitlab.com/jwt/auth', 'https://registry.gitlab.com', undefined, true],
  ['http://127.0.0.1:1/token', 'http://127.0.0.1:2', undefined, true],
  ['https://127.0.0.1/token', 'http://127.0.0.1:2', undefined, true],
  ['http://ghcr.io/token', 'https://ghcr.io', undefined, false],
  ['https://evil.example/token', 'https://ghcr.io', undefined, false],
  ['https://token.ghcr.io/', 'https://ghcr.io', undefined, false],
  ['https://gitlab.com/jwt/auth', 'https://evil.example', { user: 'me', password: 'mine' }, false],
  ['https://gitlab.com.evil.example/', 'https://registry.gitlab.com', undefined, false],
  ['https://git.corp.example/jwt/auth', 'https://registry.corp.example', OWN, true],
  ['http://git.corp.example/jwt/auth', 'https://registry.corp.example', OWN, false],
] as const) {
  test(`${registry} has its tokens made at ${realm}: ${expected}`, () => {
    const credentials = (host: string) => (host === new URL(realm).host ? other : undefined);
    assert.equal(mayHaveCredential(new URL(realm), new URL(registry), OWN, credentials), expected);
  });
}

test('two hosts without credentials have none in common', () => {
  const realm = new URL('https://evil.example/token');
  assert.ok(!mayHaveCredential(realm, new URL('https://ghcr.io'), undefined, () => undefined));
});
