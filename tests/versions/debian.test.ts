import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { debian } from '../../src/versions/debian.ts';
import { assertTotal, combine } from './assert-total.ts';

/** Lowest first; the order between equals is by code point. */
const ASCENDING = [
  'latest',
  '0.9-1',
  '1.0~~',
  '1.0~~a',
  '1.0~',
  '1.0~beta2-1',
  '1.0~beta10-1',
  '1.0~rc1-1',
  '1.0-0~exp1',
  '1.0',
  '1.0-0',
  '1.0-1~bpo12+1',
  '1.0-1',
  '1.0-1+b1',
  '1.0-1+deb12u1',
  '1.0-1.1',
  '1.0-2',
  '1.0-10',
  '1.0A-1',
  '1.0a-1',
  '1.0+dfsg-1',
  '1.0-1-1',
  '1.0.1-1',
  '1.9-1',
  '1.10-1',
  '9007199254740992',
  '9007199254740993',
  '1:0.1',
  '1:0:1',
  '2:0.1',
  '10:0.1',
];

const EQUAL: readonly (readonly string[])[] = [
  ['1.0', '0:1.0', '00:1.0', '1.0-0', '1.00', '01.0'],
  ['1:2-3', '01:02-03'],
  ['1.', '1.0'],
  ['1', '1-0', '1-00'],
];

const FACTS: readonly (readonly [string, readonly number[] | undefined, boolean?])[] = [
  ['1.21.22', [1, 21, 22], false],
  ['2:8.2.2434-3+deb12u1', [8, 2, 2434], false],
  ['20240105', [20240105], false],
  ['9.2p1-2', [9, 2], false],
  ['1.0~rc1-1', [1, 0], true],
  ['1.0~RC1-1', [1, 0], true],
  ['1.0~pre3-1', [1, 0], true],
  ['1.0~b1', [1, 0], true],
  ['1.0~git20240105.0a1b2c3-1', [1, 0], true],
  ['1.0~20240105-1', [1, 0], true],
  ['1.0+dfsg~alpha-1', [1, 0], true],
  ['1.0rc1-1', [1, 0], true],
  ['1.0.beta2-1', [1, 0], true],
  ['1.0-rc1', [1, 0], false],
  ['1.0-1~rc1', [1, 0], false],
  ['1.0~dfsg-1', [1, 0], false],
  ['1.0~bpo12+1', [1, 0], false],
  ['1.0~deb12u1', [1, 0], false],
  ['1.0~ubuntu22.04', [1, 0], false],
  ['1.0~22.04', [1, 0], false],
  ['1.0~202401051', [1, 0], false],
  ['1.0+git20240105-1', [1, 0], false],
  ['1.0betamax-1', [1, 0], false],
  ['0~a', [0], true],
  ['', undefined],
  ['a1', undefined],
  ['-1', undefined],
  ['1.0-', undefined],
  ['1:', undefined],
  [':1', undefined],
  ['a:1', undefined],
  ['1a:1', undefined],
  ['1:a', undefined],
  ['1:-1', undefined],
  ['1_0', undefined],
  ['1 0', undefined],
  ['1.0é', undefined],
  ['1.\u0661', undefined],
];

describe('debian', () => {
  test('orders as dpkg', () => {
    assert.deepEqual(ASCENDING.toReversed().sort(debian.compare), ASCENDING);
  });

  test('has a total order', () => {
    const words = ['', '~', '~a', '~rc1', 'a', '+', '.', '.0'];
    assertTotal(
      debian,
      combine(['', '1:'], ['0', '1', '1.0'], words, ['', '1', '~'], ['', '-0', '-1', '-a']),
    );
  });

  for (const versions of EQUAL) {
    test(versions.join(' = '), () => {
      for (const a of versions)
        for (const b of versions) assert.equal(debian.precedence(a, b), 0, `${a}, ${b}`);
    });
  }

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of “${text}”`, () => {
      assert.deepEqual(debian.facts(text), numbers && { numbers: numbers.map(BigInt), prerelease });
    });
  }
});
