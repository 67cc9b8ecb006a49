import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { go } from '../../src/versions/go.ts';
import { assertTotal, combine } from './assert-total.ts';

/** Lowest first; the order between equals is by code point. */
const ASCENDING = [
  'latest',
  'v0.0.0-20191109021931-daa7c04131f5',
  'v0.0.0-20240105123456-0123456789ab',
  'v0.0.0',
  'v1.0.0-0.20240105123456-0123456789ab',
  'v1.0.0-1',
  'v1.0.0-2',
  'v1.0.0-10',
  'v1.0.0-RC',
  'v1.0.0-alpha',
  'v1.0.0-alpha.0.20240105123456-0123456789ab',
  'v1.0.0-alpha.1',
  'v1.0.0-alpha.beta',
  'v1.0.0-beta',
  'v1.0.0-beta.2',
  'v1.0.0-beta.11',
  'v1.0.0-rc.1',
  '1.0.0',
  'v1',
  'v1.0',
  'v1.0.0',
  'v1.0.0+incompatible',
  'v1.0.1-0.20240105123456-0123456789ab',
  'v1.0.1',
  'v1.9.0',
  'v1.10.0',
  'v2.0.0+incompatible',
  'v2.0.1-0.20191109021931-daa7c04131f5+incompatible',
  'v9007199254740992.0.0',
  'v9007199254740993.0.0',
];

const FACTS: readonly (readonly [string, readonly number[] | undefined, boolean?])[] = [
  ['v1.2.3', [1, 2, 3], false],
  ['1.2.3', [1, 2, 3], false],
  ['v1', [1, 0, 0], false],
  ['v1.2', [1, 2, 0], false],
  ['v2.0.0+incompatible', [2, 0, 0], false],
  ['v1.2.3-rc.1', [1, 2, 3], true],
  ['v0.0.0-20191109021931-daa7c04131f5', [0, 0, 0], true],
  ['v1.2.4-0.20191109021931-daa7c04131f5', [1, 2, 4], true],
  ['v1.2.3-pre.0.20191109021931-daa7c04131f5', [1, 2, 3], true],
  ['V1.2.3', undefined],
  ['vv1.2.3', undefined],
  ['v', undefined],
  ['', undefined],
  ['v1.2-pre', undefined],
  ['v1+meta', undefined],
  ['v01.2.3', undefined],
  ['v1.2.3.4', undefined],
  ['v1.2.3-01', undefined],
  ['v1.2.3-', undefined],
  ['v1.2.3+', undefined],
  ['v1.2.3-a..b', undefined],
  ['v1.2.3-a_b', undefined],
  ['v1.2.3-0a', [1, 2, 3], true],
  ['v1.2.3--', [1, 2, 3], true],
];

describe('go', () => {
  test('orders as golang.org/x/mod/semver', () => {
    assert.deepEqual(ASCENDING.toReversed().sort(go.compare), ASCENDING);
  });

  test('has a total order', () => {
    const labels = ['', '-0', '-1', '-10', '-a', '-B', '-a-b'];
    assertTotal(
      go,
      combine(['v', ''], ['0', '1'], ['', '.0', '.1'], ['', '.0', '.1'], labels, ['', '.0', '.a', '+b']),
    );
  });

  test('takes versions with and without v, short ones and +incompatible ones for equal', () => {
    const equal = ['v1', '1', 'v1.0', '1.0.0', 'v1.0.0', 'v1.0.0+incompatible'];
    for (const a of equal) for (const b of equal) assert.equal(go.precedence(a, b), 0, `${a}, ${b}`);
  });

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of “${text}”`, () => {
      assert.deepEqual(go.facts(text), numbers && { numbers: numbers.map(BigInt), prerelease });
    });
  }
});
