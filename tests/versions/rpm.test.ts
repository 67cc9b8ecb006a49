import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rpm } from '../../src/versions/rpm.ts';
import { assertTotal, combine } from './assert-total.ts';

/** Lowest first; the order between equals is by code point. */
const ASCENDING = [
  '1 0',
  'A',
  'a',
  'r12',
  '0.9-1',
  '1.0~~',
  '1.0~beta2-1',
  '1.0~beta10-1',
  '1.0~rc1',
  '1.0~rc1^git1',
  '1.0',
  '1.0-0~1',
  '1.0-0',
  '1.0-1.el9',
  '1.0-1.el9_2',
  '1.0-2',
  '1.0-10',
  '1.0^',
  '1.0^git1~pre',
  '1.0^git1',
  '1.0^20240105-1',
  '1.0^20240106-1',
  '1.0A',
  '1.0.a',
  '1.0a',
  '1.0.1',
  '1.9',
  '1.10',
  '9007199254740992',
  '9007199254740993',
  '1:0.1',
  '2:0.1',
  '10:0.1',
];

const EQUAL: readonly (readonly string[])[] = [
  ['1.0', '0:1.0', '00:1.0', '1_0', '1..0', '1.0.', '.1+0', '01.00'],
  ['1.0a', '1.0.a', '1_0_a'],
  ['1-1', '1-01', '1-1.'],
];

const FACTS: readonly (readonly [string, readonly number[] | undefined, boolean?])[] = [
  ['5.14.0-362.8.1.el9_3', [5, 14, 0], false],
  ['3:24.0.7-1.el9', [24, 0, 7], false],
  ['1.0^20240105git-1', [1, 0], false],
  ['r12', [0], false],
  ['9.3p1-1', [9, 3], false],
  ['1.0~rc.1-1', [1, 0], true],
  ['1.0~1', [1, 0], true],
  ['1.0-1~2', [1, 0], false],
  ['1.0rc1-1', [1, 0], true],
  ['1.0_beta-1', [1, 0], true],
  ['1.0betamax', [1, 0], false],
  ['1.0-rc1-1', [1, 0], true],
  ['1.0-0.3.rc1.fc29', [1, 0], true],
  ['6.7.0-0.rc8.61.fc40', [6, 7, 0], true],
  ['0-0.12.20200514gitabc.fc33', [0], true],
  ['1.0-0.1.b2', [1, 0], true],
  ['1.0-0.1', [1, 0], false],
  ['1.0-1.rc1', [1, 0], false],
  ['1.0-0.1.branch', [1, 0], false],
  ['', undefined],
  ['1.0-', undefined],
  ['-1', undefined],
  ['1:', undefined],
  [':1', undefined],
  ['a:1', undefined],
  ['1:1:1', undefined],
  ['~', undefined],
  ['1-~', undefined],
  ['1/0', undefined],
  ['é1', undefined],
  ['1.\u0661', undefined],
];

describe('rpm', () => {
  test('orders as rpm.labelCompare', () => {
    assert.deepEqual(ASCENDING.toReversed().sort(rpm.compare), ASCENDING);
  });

  test('has a total order', () => {
    const marks = ['', '~', '^', '.', 'a', '~a', '^a', '^1', '~1'];
    assertTotal(rpm, combine(['', '1:'], ['1', 'a', '1.0'], marks, ['', '.0', '~', '^'], ['', '-0', '-1']));
  });

  for (const versions of EQUAL) {
    test(versions.join(' = '), () => {
      for (const a of versions) for (const b of versions) assert.equal(rpm.precedence(a, b), 0, `${a}, ${b}`);
    });
  }

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of “${text}”`, () => {
      assert.deepEqual(rpm.facts(text), numbers && { numbers: numbers.map(BigInt), prerelease });
    });
  }
});
