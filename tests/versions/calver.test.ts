import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calver } from '../../src/versions/calver.ts';
import { assertTotal, combine } from './assert-total.ts';

/** Each list is in order, lowest first; the order between equals is by code point. */
const ASCENDING: readonly (readonly string[])[] = [
  ['2023.12.31', '2024.01.05', '2024.1.6', '2024.1.10', '2024.12.01', '2025.1'],
  ['2023-12-31', '20240105', '2024-01-06', '2024.1.7', '20240108.1', '20240108.2'],
  ['22.04', '22.04.1', '22.10', '24.04', '24.4.1', '24.10', '2025.04'],
  ['2024.11.0.dev0', '2024.11.0a1', '2024.11.0b3', '2024.11.0b10', '2024.11.0', '2024.11.1', '2024.12.0'],
  [
    '2024.1-nightly',
    '2024.1-alpha',
    '2024.1-beta',
    '2024.1-M1',
    '2024.1-pre',
    '2024.1-rc1',
    '2024.1-RC2',
    '2024.1',
  ],
  ['24.04-rc1', '24.04', '24.04-lts', '24.04-lts2', '24.04.1-lts'],
  ['20241105-093000', '20241105-143000', '20241106', '20241106-000000'],
  ['20241105093000', '20241105143000', '20241106000000'],
  ['2024-11-05T09-18-19Z', '2024-11-05T14-30-00Z', '2024-11-06T00-00-00Z'],
  ['1.2.3', 'latest', '2024.1'],
  ['v2024.1', 'v2024.2', '2024.3'],
  ['2024.9007199254740992', '2024.9007199254740993'],
];

const EQUAL: readonly (readonly string[])[] = [
  ['2024.4', '2024.04', '24.04', '24.4.0', 'v2024.04', '2024-04', '2024_4'],
  ['20241105', '2024.11.5', '2024-11-05', '24.11.05'],
  ['20241105143000', '20241105-143000', '20241105T143000'],
  ['2024.1-rc1', '2024.1.rc1', '2024.1RC1', '2024.1-rc.1', '24.1.0~rc1'],
];

const FACTS: readonly (readonly [string, readonly number[] | undefined, boolean?])[] = [
  ['2024.01.05', [2024, 1, 5], false],
  ['24.04', [24, 4], false],
  ['24.04-lts', [24, 4], false],
  ['2024.11.0b3', [2024, 11, 0], true],
  ['2024.11.0-dev', [2024, 11, 0], true],
  ['2024.11.0-a', [2024, 11, 0], false],
  ['2024.1.0+build', [2024, 1, 0], false],
  ['2024-11-05', [2024, 11, 5], false],
  ['20241105', [2024, 11, 5], false],
  ['202411051430', [2024, 11, 5, 1430], false],
  ['20241105-143000', [2024, 11, 5, 143000], false],
  ['2024', [2024], false],
  ['1999.12', [1999, 12], false],
  ['2199.1', [2199, 1], false],
  ['2200.1', undefined],
  ['1899.1', undefined],
  ['20241305', undefined],
  ['20241132', undefined],
  ['20240005', undefined],
  ['18991231', undefined],
  ['202411', undefined],
  ['1.2.3', undefined],
  ['102.0', undefined],
  ['2024..1', undefined],
  ['2024.', undefined],
  ['2024.1 rc1', undefined],
  ['release-2024.1', undefined],
  ['2024.1.٣', undefined],
  ['latest', undefined],
  ['', undefined],
];

describe('calver', () => {
  for (const versions of ASCENDING) {
    test(versions.join(' < ').slice(0, 80), () => {
      assert.deepEqual(versions.toReversed().sort(calver.compare), versions);
    });
  }

  test('has a total order', () => {
    const starts = ['2024', '24', '20240101'];
    const words = ['', '-rc', '.dev', 'a', '-lts', 'b1', '-1'];
    assertTotal(
      calver,
      combine(starts, ['', '.0', '.1', '-01'], words, ['', '0', '1', '.1', '-beta'], ['', '.0']),
    );
  });

  for (const versions of EQUAL) {
    test(versions.join(' = '), () => {
      for (const a of versions)
        for (const b of versions) assert.equal(calver.precedence(a, b), 0, `${a}, ${b}`);
    });
  }

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of “${text}”`, () => {
      assert.deepEqual(calver.facts(text), numbers && { numbers: numbers.map(BigInt), prerelease });
    });
  }
});
