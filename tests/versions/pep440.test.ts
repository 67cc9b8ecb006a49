import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pep440 } from '../../src/versions/pep440.ts';
import { assertTotal, combine } from './assert-total.ts';

/** Lowest first; the order between equals is by code point. */
const ASCENDING = [
  '1.0-SNAPSHOT',
  'latest',
  '0.9',
  '1.0.dev1',
  '1.0.dev2',
  '1.0.dev10',
  '1.0a1.dev1',
  '1.0a1',
  '1.0a1.post1.dev1',
  '1.0a1.post1',
  '1.0a2.dev1',
  '1.0a2',
  '1.0a12',
  '1.0b1.dev1',
  '1.0b1',
  '1.0b1.post2',
  '1.0rc1.dev1',
  '1.0rc1',
  '1.0rc10',
  '1.0',
  '1.0+a',
  '1.0+a.b',
  '1.0+a.1',
  '1.0+b',
  '1.0+1',
  '1.0+1.a',
  '1.0+1.1',
  '1.0+2',
  '1.0+10',
  '1.0.post1.dev1',
  '1.0.post1',
  '1.0.post1+a',
  '1.0.post2',
  '1.0.post10',
  '1.0.1.dev1',
  '1.0.1',
  '1.9',
  '1.10',
  '2024.1',
  '9007199254740992',
  '9007199254740993',
  '1!0.1',
  '2!0.1',
  '10!0.1',
];

const EQUAL: readonly (readonly string[])[] = [
  ['1.0', '1', '1.0.0', 'v1.0', 'V1.0', ' 1.0', '1.0\n', '\x1f1.0\x85', '0!1.0', '01.00'],
  ['1.0a1', '1.0.a1', '1.0-a1', '1.0_a1', '1.0a.1', '1.0alpha1', '1.0-ALPHA-1', '1.0.0a01'],
  ['1.0a', '1.0a0', '1.0.alpha.0'],
  ['1.0b2', '1.0beta2', '1.0_Beta_2'],
  ['1.0rc3', '1.0c3', '1.0pre3', '1.0.preview.3', '1.0-RC-3'],
  ['1.0.post4', '1.0-4', '1.0post4', '1.0-post4', '1.0_rev_4', '1.0r4', '1.0-R-4'],
  ['1.0.post', '1.0.post0', '1.0-0', '1.0r'],
  ['1.0.dev', '1.0dev0', '1.0-DEV', '1.0_dev_0'],
  ['1.0+a.1', '1.0+A-1', '1.0+a_01'],
];

const FACTS: readonly (readonly [string, readonly number[] | undefined, boolean?])[] = [
  ['2.32.0', [2, 32, 0], false],
  ['1!2.0', [2, 0], false],
  ['2024.1', [2024, 1], false],
  ['1.0.post1', [1, 0], false],
  ['1.0-1', [1, 0], false],
  ['1.0+dev', [1, 0], false],
  ['1.0a1', [1, 0], true],
  ['1.0b', [1, 0], true],
  ['1.0c1', [1, 0], true],
  ['1.0.preview', [1, 0], true],
  ['1.0.dev0', [1, 0], true],
  ['1.0.post1.dev2', [1, 0], true],
  ['1.0rc1.post2.dev3', [1, 0], true],
  ['', undefined],
  ['a', undefined],
  ['1.', undefined],
  ['.1', undefined],
  ['1..0', undefined],
  ['1.0--1', undefined],
  ['1.0-', undefined],
  ['1.0_1', undefined],
  ['1.0+', undefined],
  ['1.0+a..b', undefined],
  ['1.0+a+b', undefined],
  ['1.0+é', undefined],
  ['!1', undefined],
  ['1!!1', undefined],
  ['1.0dev1a1', undefined],
  ['1.0post1a1', undefined],
  ['1.0.x', undefined],
  ['1.*', undefined],
  ['vv1', undefined],
  ['1 .0', undefined],
  ['1.\u0661', undefined],
  ['\ufeff1.0', undefined],
];

describe('pep440', () => {
  test('orders as PEP 440', () => {
    assert.deepEqual(ASCENDING.toReversed().sort(pep440.compare), ASCENDING);
  });

  test('has a total order', () => {
    const pre = ['', 'a', 'b1', 'rc'];
    assertTotal(
      pep440,
      combine(['', '1!'], ['1', '1.0', '1.1'], pre, ['', '-1', '.post'], ['', '.dev1'], ['', '+a', '+1']),
    );
  });

  for (const versions of EQUAL) {
    test(versions.map((text) => JSON.stringify(text)).join(' = '), () => {
      for (const a of versions)
        for (const b of versions) assert.equal(pep440.precedence(a, b), 0, `${a}, ${b}`);
    });
  }

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of “${text}”`, () => {
      assert.deepEqual(pep440.facts(text), numbers && { numbers: numbers.map(BigInt), prerelease });
    });
  }
});
