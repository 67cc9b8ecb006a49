import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { composer } from '../../src/versions/composer.ts';
import { assertTotal, combine } from './assert-total.ts';

/** Lowest first; the order between equals is by code point. */
const ASCENDING = [
  '1.2.3.4.5',
  'latest',
  'dev-feature/x',
  'dev-main',
  'master',
  '0.9',
  '1.0-STABLE',
  '1.0-dev',
  '1.0-alpha-dev',
  '1.0-alpha',
  '1.0-alpha1',
  '1.0-alpha2-dev',
  '1.0-alpha2',
  '1.0-alpha2.1',
  '1.0-alpha11',
  '1.0-beta',
  '1.0-beta2',
  '1.0-RC1',
  '1.0-rc2',
  '1.0',
  '1.0-patch',
  '1.0-p1',
  '1.0-pl2',
  '1.0-p10',
  '1.0.0.1',
  '1.0.1',
  '1.0.x-dev',
  '1.1',
  '1.9',
  '1.10',
  '1.x-dev',
  '2.0-dev',
  '2024-01-05',
  '2024.01.05',
  '20240105',
  '20240106',
];

const EQUAL: readonly (readonly string[])[] = [
  [
    '1',
    '1.0',
    '1.0.0',
    '1.0.0.0',
    'v1',
    'V1.0',
    ' 1.0',
    '\0 1.0\v',
    '1.0-stable',
    '1.0-',
    '1.0+build.5',
    '1.0@beta',
    '1.0 as 2.0',
    '1.0 as 2\u00a0.0',
    '1.0+b\u00a0c',
  ],
  ['1.0-alpha2', '1.0a2', '1.0.ALPHA-2', '1.0_a.2'],
  ['1.0-beta', '1.0b', '1.0.BETA'],
  ['1.0-RC1', '1.0rc1', '1.0-rc.1'],
  ['1.0-patch3', '1.0p3', '1.0-PL3'],
  ['1.0-dev', '1dev', '1.0.dev', '1.0--dev'],
  [
    '1.x-dev',
    '1.X-dev',
    'v1.*-dev',
    '1.x.x.x-dev',
    '1.x.dev',
    '1.xdev',
    '1.x-dev+sha',
    '1.xdev+a-b',
    '1.x -dev',
  ],
  ['2024-01-05', '2024:01:05', 'v2024-01.05'],
  ['dev-main', 'DEV-main', 'dev-other', 'master', 'trunk', 'default'],
];

const FACTS: readonly (readonly [string, readonly number[] | undefined, boolean?])[] = [
  ['v6.4.10', [6, 4, 10], false],
  ['1', [1], false],
  ['1.2.3.4', [1, 2, 3, 4], false],
  ['2.4.7-p3', [2, 4, 7], false],
  ['1.0-stable', [1, 0], false],
  ['1.0-STABLE', [1, 0], false],
  ['1.0@dev', [1, 0], false],
  ['1.0+dev', [1, 0], false],
  ['20240105', [20240105], false],
  ['2024-01-05', [2024, 1, 5], false],
  ['20100102-203040', [20100102, 203040], false],
  ['2010-01-02.5', [2010, 1, 2, 5], false],
  ['1.0-RC1', [1, 0], true],
  ['1.0b', [1, 0], true],
  ['1.0-a2', [1, 0], true],
  ['1.0-dev', [1, 0], true],
  ['1.0p1-dev', [1, 0], true],
  ['2024-01-05-beta', [2024, 1, 5], true],
  ['2.x-dev', [2], true],
  ['2.1.x-dev', [2, 1], true],
  ['123456789.1-dev', [123456789, 1], true],
  ['dev-main', [0], true],
  ['trunk', [0], true],
  ['', undefined],
  ['main', undefined],
  ['a', undefined],
  ['dev', undefined],
  ['x-dev', undefined],
  ['1.x\u00a0-dev', undefined],
  ['12345678901234567890', undefined],
  ['1.2.3.4.5', undefined],
  ['1.0-1', undefined],
  ['1.0-foo', undefined],
  ['1.0-dev1', undefined],
  ['1.0 beta', undefined],
  ['1.x', undefined],
  ['1.0+b c', undefined],
  ['1.0 as 2\t0', undefined],
  ['1.x+dev', undefined],
  ['\ufeff1.0', undefined],
  ['1.0\f', undefined],
  ['1.0\u00a0', undefined],
  ['1.x.2.3.4-dev', undefined],
  ['1.é', undefined],
];

describe('composer', () => {
  test('orders as Composer', () => {
    assert.deepEqual(ASCENDING.toReversed().sort(composer.compare), ASCENDING);
  });

  test('has a total order', () => {
    const modifiers = ['', 'a', '-b1', '-RC', '-RC.2', '-p', '-p1', '-stable', '-STABLE', 'foo'];
    const numbers = combine(['1', '1.0', '1.1', '1.x', '20240105', '2024-01-05'], modifiers, ['', '-dev']);
    assertTotal(composer, [...numbers, 'dev-main', 'dev-1', 'master']);
  });

  test('fills up numbers, but not dates', () => {
    assert.equal(composer.precedence('2024-01-05', '2024.01.05'), -1);
    assert.equal(composer.precedence('2024.01', '2024.01.00'), 0);
  });

  test('compares numbers of any length', () => {
    assert.equal(composer.precedence('1.9223372036854775808', '1.9223372036854775809'), -1);
  });

  for (const versions of EQUAL) {
    test(versions.map((text) => JSON.stringify(text)).join(' = '), () => {
      for (const a of versions)
        for (const b of versions) assert.equal(composer.precedence(a, b), 0, `${a}, ${b}`);
    });
  }

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of “${text}”`, () => {
      assert.deepEqual(composer.facts(text), numbers && { numbers: numbers.map(BigInt), prerelease });
    });
  }
});
