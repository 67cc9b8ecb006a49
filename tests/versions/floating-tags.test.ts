import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { floatingAmong } from '../../src/versions/floating-tags.ts';
import { schemeOf } from '../../src/versions/schemes.ts';

/** All tags of an image: those that float, and those that stand. */
const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['fewer numbers', ['3', '3.12'], ['3.12.4', '3.12.10']],
  ['with a v', ['v3', 'v3.1'], ['v3.1.2']],
  ['of other numbers', [], ['3.13', '3.12.4', '12']],
  ['the same suffix', ['3.12-alpine', '3-alpine'], ['3.12.4-alpine', '3.12-slim']],
  ['a suffix of the plain tag only', [], ['3.12-slim', '3.12.4']],
  ['the day and the month', [], ['22.04', '24.04', '24.10']],
  ['no digits', ['latest', 'alpine', 'stable-slim', 'bookworm'], ['1.0.0']],
  ['a suffix by itself', ['alpine3.20', 'mainline-alpine3.20'], ['1.27.2-alpine3.20', 'alpine3.19']],
  ['builds of a day', [], ['20241105', 'noble-20241105', 'RELEASE.2024-10-02T17-50-41Z']],
  ['revisions', ['1.2.3-debian-12', '1.2.3'], ['1.2.3-debian-12-r4', '1.2.3-r2']],
  ['attached numbers', ['8'], ['8u402', '8u412']],
  ['pre-releases', ['3.14-rc', '3.14-rc-slim', '3.14'], ['3.14.0rc1', '3.14.0rc1-slim']],
  ['numbered pre-releases', ['1.22'], ['1.22rc1', '1.22.0', '1.22.1']],
];

for (const [name, floating, standing] of CASES) {
  describe(`floating tags: ${name}`, () => {
    const isFloating = floatingAmong([...floating, ...standing], schemeOf('docker').facts);
    for (const tag of floating) test(`${tag} floats`, () => assert.ok(isFloating(tag)));
    for (const tag of standing) test(`${tag} stands`, () => assert.ok(!isFloating(tag)));
  });
}
