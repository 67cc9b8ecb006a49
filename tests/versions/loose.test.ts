import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loose } from '../../src/versions/loose.ts';

/** Each list is in order, lowest first. */
const ASCENDING: readonly (readonly string[])[] = [
  [
    '1.0-dev',
    '1.0-nightly',
    '1.0-alpha',
    '1.0-beta',
    '1.0-m1',
    '1.0-pre',
    '1.0-rc',
    '1.0',
    '1.0-lts',
    '1.0.1',
  ],
  ['1.0-alpha1', '1.0-alpha2', '1.0-alpha10', '1.0-beta1', '1.0-RC1', '1.0-rc2', '1.0', '1.1'],
  ['1.2.3rc1', '1.2.3', '1.2.3.GA', '1.2.3.1', '1.2.10'],
  ['2024.01.05', '2024.1.6', '2024-01-10', '2024.12.01', '2025.1'],
  ['20240105', '20241231', '20250101'],
  ['9007199254740992', '9007199254740993', '9007199254740994'],
  ['1.9', '1.10', '1.99999999999999999999', '1.100000000000000000000'],
  ['v1.9', '1.10', 'V1.11'],
  ['1.1.1', '1.1.1a', '1.1.1b', '1.1.1c', '1.1.1m', '1.1.1w', '1.1.1.1'],
  ['1.0-ea+5', '1.0-prerelease', '1.0', '1.0é', '1.0.1'],
  ['1_1_1t', '1_1_1u', '1_1_1w', '3_0_0'],
  ['r9', 'r10', 'r100'],
  ['go1.21.3', 'go1.21.10', 'go1.22'],
  ['latest', 'nightly', '0', '1'],
  ['1.0-canary.1', '1.0-beta', '1.0'],
  ['1.0', '1.0-constructor', '1.0.1'],
  ['1', '1.0', '1.0.0'],
  ['01.0', '1.0', 'v1.0'],
];

/** Text, leading numbers, whether it says that it is a pre-release. */
const FACTS: readonly (readonly [string, readonly number[], boolean])[] = [
  ['1.21.1', [1, 21, 1], false],
  ['v2.0', [2, 0], false],
  ['1.0-rc1', [1, 0], true],
  ['1.0.0-SNAPSHOT', [1, 0, 0], true],
  ['1.0b2', [1, 0], true],
  ['2024-01-05', [2024, 1, 5], false],
  ['1.1.1w', [1, 1, 1], false],
  ['1.1.1b', [1, 1, 1], false],
  ['2024a', [2024], false],
  ['1.0a1', [1, 0], true],
  ['22-ea+36', [22], true],
  ['1.0-lts', [1, 0], false],
  ['1.0-constructor', [1, 0], false],
  ['n6.1', [0], false],
  ['jdk-21+35', [0], false],
  ['16_1', [16, 1], false],
  ['007', [7], false],
  ['3.0.0-preview.2', [3, 0, 0], true],
  ['1.0-next.3', [1, 0], true],
];

describe('loose', () => {
  for (const versions of ASCENDING) {
    test(versions.join(' < ').slice(0, 80), () => {
      assert.deepEqual(versions.toReversed().sort(loose.compare), versions);
    });
  }

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of ${text}`, () => {
      assert.deepEqual(loose.facts(text), { numbers: numbers.map(BigInt), prerelease });
    });
  }

  for (const text of ['', 'latest', 'rc', '\u0661.\u0662']) {
    test(`“${text}” is no version`, () => assert.equal(loose.facts(text), undefined));
  }
});
