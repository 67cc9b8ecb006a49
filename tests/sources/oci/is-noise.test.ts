import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNoise } from '../../../src/sources/oci/is-noise.ts';

const HEX = '0123456789abcdef'.repeat(4);

for (const tag of [
  `sha256-${HEX}`,
  `sha256-${HEX}.sig`,
  `sha256-${HEX}.att`,
  `sha256-${HEX}.sbom`,
  `sha512-${HEX}${HEX}`,
  'ad132f5',
  'sha-ad132f5',
  HEX.slice(0, 40),
  '7e57ab1e',
]) {
  test(`${tag} is noise`, () => assert.ok(isNoise(tag)));
}

for (const tag of [
  'latest',
  '1.2.3',
  '20241105',
  '20241105093000',
  'abc123',
  'decade',
  `sha256-${HEX.slice(1)}`,
  `sha256-${HEX}-amd64`,
  `x-sha256-${HEX}.sig`,
  `${HEX.slice(0, 40)}a`,
  'AD132F5',
  'v1.2.3-ad132f5',
  'RELEASE.2024-10-02T17-50-41Z',
]) {
  test(`${tag} is none`, () => assert.ok(!isNoise(tag)));
}
