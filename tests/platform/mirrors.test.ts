import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMirrors } from '../../src/platform/mirrors.ts';

const mirrors = createMirrors(
  new Map([
    ['https://pypi.org', 'https://corp.example/py'],
    ['https://pypi.org/simple', 'https://fast.example'],
  ]),
);

for (const [address, mirror] of [
  ['https://pypi.org', 'https://corp.example/py'],
  ['https://pypi.org/pypi/x/json', 'https://corp.example/py/pypi/x/json'],
  ['https://pypi.org/simple/x', 'https://fast.example/x'],
  ['https://pypi.org/simpler', 'https://corp.example/py/simpler'],
  ['https://pypi.org.evil.example/x', 'https://pypi.org.evil.example/x'],
  ['https://crates.io', 'https://crates.io'],
] as const) {
  test(address, () => assert.equal(mirrors(address), mirror));
}
