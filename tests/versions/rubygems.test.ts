import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rubygems } from '../../src/versions/rubygems.ts';
import { assertTotal, combine } from './assert-total.ts';

/** Lowest first; the order between equals is by code point. */
const ASCENDING = [
  'latest',
  'v1.0',
  '0.9',
  '1.0.A',
  '1.0.a',
  '1.0.a.2',
  '1.0.a10',
  '1.0.b9',
  '1.0.b10',
  '1.0-rc1',
  '1.0.pre',
  '1.0-1',
  '1.0.pre.1',
  '1.0.rc1',
  '1.0.rc2',
  '1',
  '1.0',
  '1.0.0',
  '1.0.1',
  '1.9.3',
  '1.10.0',
  '7.1.3.2',
  '9007199254740992',
  '9007199254740993',
];

const EQUAL: readonly (readonly string[])[] = [
  ['1', '1.0', '1.0.0', '01', ' 1.0', '1.0\t'],
  ['', '  ', '0', '0.0'],
  ['1.0.0.a', '1.0.a', '1.a', '1.a.0'],
  ['1.0-rc1', '1.0.pre.rc1', '1.0.pre.rc.1', '1-rc1'],
];

const FACTS: readonly (readonly [string, readonly number[] | undefined, boolean?])[] = [
  ['1.2.3', [1, 2, 3], false],
  ['1.2.0', [1, 2, 0], false],
  ['7.1.3.2', [7, 1, 3, 2], false],
  ['1.0.0.rc1', [1, 0, 0], true],
  ['1.0a', [1, 0], true],
  ['1a', undefined],
  ['1.0.1a2', [1, 0, 1], true],
  ['1.0-1', [1, 0], true],
  ['', [0], false],
  ['a.1', undefined],
  ['1..0', undefined],
  ['1.0.', undefined],
  ['1.0-', undefined],
  ['1_0', undefined],
  ['1.0+b', undefined],
  ['1 0', undefined],
  ['1.\u0661', undefined],
];

describe('rubygems', () => {
  test('orders as Gem::Version', () => {
    assert.deepEqual(ASCENDING.toReversed().sort(rubygems.compare), ASCENDING);
  });

  test('has a total order', () => {
    const words = ['', '.a', '.A', '.rc1', '-1', '-rc'];
    assertTotal(
      rubygems,
      combine(['0', '1'], ['', '.0', '.1'], words, ['', '.0', '.1', '.a'], ['', '.0', '.b']),
    );
  });

  for (const versions of EQUAL) {
    test(versions.map((text) => JSON.stringify(text)).join(' = '), () => {
      for (const a of versions)
        for (const b of versions) assert.equal(rubygems.precedence(a, b), 0, `${a}, ${b}`);
    });
  }

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of “${text}”`, () => {
      assert.deepEqual(rubygems.facts(text), numbers && { numbers: numbers.map(BigInt), prerelease });
    });
  }
});
