import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cargoAuthorization } from '../../../src/sources/cargo/registry.ts';

const REACH = {
  home: 'https://index.example/crates',
  credential: { token: 'own' },
  world: {
    credentials: (host: string) => (host === 'files.example' ? { user: 'u', password: 'p' } : undefined),
  },
};

for (const [url, expected] of [
  ['https://index.example/config.json', 'own'],
  ['https://files.example/a.crate', 'Basic dTpw'],
  ['https://strange.example/a.crate', undefined],
  ['http://index.example/config.json', undefined],
  ['http://files.example/a.crate', undefined],
  ['no address', undefined],
] as const) {
  test(`for ${url}`, () => assert.equal(cargoAuthorization(REACH, url), expected));
}
