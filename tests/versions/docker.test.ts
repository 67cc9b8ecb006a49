import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { docker } from '../../src/versions/docker.ts';
import { assertTotal, combine } from './assert-total.ts';

/** Each list is in order, lowest first; the order between equals is by code point. */
const ASCENDING: readonly (readonly string[])[] = [
  ['3.9', '3.10', '3.11', '3.12'],
  ['3.13.0a1', '3.13.0a2', '3.13.0b1', '3.13.0rc1', '3.13.0', '3.13.1'],
  ['v1.33.0-alpha.1', 'v1.33.0-beta.0', 'v1.33.0-rc.0', 'v1.33.0-rc.1', 'v1.33.0', 'v1.33.1'],
  ['3.13-rc-slim', '3.13-slim', '3.14-rc-slim'],
  ['8u292-jdk', '8u302-jdk', '8u1000-jdk'],
  ['11.0.11_9', '11.0.11_10', '11.0.12_7'],
  ['1.1.1', '1.1.1u', '1.1.1w', '1.1.2'],
  ['1.23.4-r0', '1.23.4-r1', '1.23.4-r10', '1.23.5-r0'],
  ['1.2.3-1', '1.2.3-2', '1.2.4-1'],
  // Across variants: fewer numbers first, then a suffix before none.
  ['3.12', '3.12.0-alpine', '3.12.0', '3.12.4-alpine', '3.12.4-slim', '3.12.4'],
  ['alpine', 'latest', '1.0'],
];

/** Of one variant, and how they stand. */
const COMPARABLE: readonly (readonly [string, string, -1 | 0 | 1])[] = [
  ['1.2.3', 'v1.2.3', 0],
  ['1.2.3', '1.02.3', 0],
  ['3.13.0rc1', '3.13.0-rc1', 0],
  ['3.13.0rc1', '3.13.0-rc-1', 0],
  ['1.2-alpine', '1.10-alpine', -1],
  ['1.2.3-Alpine', '1.2.3-alpine', 0],
  ['9.0-preview-alpine', '9.0-alpine', -1],
  ['24-ea-11-jdk', '24-jdk', -1],
  ['16.4.0-debian-12-r6', '16.4.0-debian-12-r5', 1],
  ['4.0.14-ls123', '4.0.14-ls99', 1],
];

const INCOMPARABLE: readonly (readonly [string, string])[] = [
  ['3.12', '3.12.4'],
  ['3.12-alpine', '3.12'],
  ['3.12-alpine', '3.12-slim'],
  ['3.12-alpine3.19', '3.12-alpine3.20'],
  ['16.4.0-debian-11-r1', '16.4.0-debian-12-r1'],
  ['1.2.3-r1', '1.2.3'],
  ['1.2.3-1', '1.2.3'],
  ['1.2.3-dev', '1.2.3'],
  ['11.0.11', '11.0.11_9'],
  ['1.2.3', 'latest'],
];

/** Text, leading numbers, whether it is a pre-release, variant. */
const FACTS: readonly (readonly [string, readonly number[], boolean, string])[] = [
  ['3', [3], false, 'x'],
  ['3.12', [3, 12], false, 'x.x'],
  ['v1.33.2', [1, 33, 2], false, 'x.x.x'],
  ['3.12.4-slim-bookworm', [3, 12, 4], false, 'x.x.x-slim-bookworm'],
  ['1.27-alpine3.20', [1, 27], false, 'x.x-alpine3.20'],
  ['12.4.1-cudnn-devel-ubuntu22.04', [12, 4, 1], false, 'x.x.x-cudnn-devel-ubuntu22.04'],
  ['3.13.0rc1', [3, 13, 0], true, 'x.x.x'],
  ['3.13-rc', [3, 13], true, 'x.x'],
  ['3.13-rc-slim', [3, 13], true, 'x.x-slim'],
  ['v1.33.0-rc.1', [1, 33, 0], true, 'x.x.x'],
  ['9.0.100-preview.7-alpine3.20', [9, 0, 100], true, 'x.x.x-alpine3.20'],
  ['24-ea-11-jdk-slim', [24], true, 'x-jdk-slim'],
  ['1.83-nightly', [1, 83], true, 'x.x'],
  ['1.0-rc-alpine-3', [1, 0], true, 'x.x-alpine-3'],
  ['1.0-slim.rc1', [1, 0], false, 'x.x-slim.rc1'],
  ['202401012', [202401012], false, 'x'],
  ['1.0-alpine-beta2', [1, 0], true, 'x.x-alpine'],
  ['1.23-dev', [1, 23], false, 'x.x-dev'],
  ['1.23-dev.1', [1, 23], true, 'x.x'],
  ['1.1.1w', [1, 1, 1], false, 'x.x.x'],
  ['1.1.1b', [1, 1, 1], false, 'x.x.x'],
  ['8u292-jdk', [8], false, 'x.x-jdk'],
  ['11.0.11_9-jre', [11, 0, 11], false, 'x.x.x.x-jre'],
  ['1.23.4-r0', [1, 23, 4], false, 'x.x.x-rx'],
  ['1.2.3-4', [1, 2, 3], false, 'x.x.x-x'],
  ['16.4.0-debian-12', [16, 4, 0], false, 'x.x.x-debian-12'],
  ['16.4.0-debian-12-r5', [16, 4, 0], false, 'x.x.x-debian-12-rx'],
  ['1234567', [1234567], false, 'x'],
  ['123456', [123456], false, 'x'],
  ['1abcde', [1], false, 'x'],
  ['2024.11.1', [2024, 11, 1], false, 'x.x.x'],
  ['20241305', [20241305], false, 'x'],
];

const NO_VERSION = [
  '',
  'latest',
  'main',
  'alpine3.20',
  'nightly',
  'sha-1a2b3c4',
  'sha256-8f4e33f3dc3e414ff94e5fb6905cba8c',
  '8f4e33f',
  '1234567a',
  '0123456789abcdef0123456789abcdef01234567',
  '20241105',
  'v20241105',
  '20241105-nightly',
  '20241105.1',
  '202411050930',
  '20241105093000',
  '2024-11-05',
  '2024-11-05-slim',
  '1.2.3.',
  '1.2.3-',
  '1..2',
  '1.2.3+4',
  '1.2.3 ',
  '1.2.alpha',
];

describe('docker', () => {
  for (const tags of ASCENDING) {
    test(tags.join(' < ').slice(0, 80), () => {
      assert.deepEqual(tags.toReversed().sort(docker.compare), tags);
    });
  }

  test('has a total order', () => {
    const attached = ['', 'a1', 'u', 'rc', '_1', 'u1'];
    const suffixes = ['', '-rc1', '-rc-1', '-alpine', '-rc-alpine', '-r0', '-r1', '-1', '-dev', '-dev.1'];
    assertTotal(docker, combine(['v1', '1', '2'], ['', '.0', '.0.1'], attached, suffixes));
  });

  for (const [a, b, order] of COMPARABLE) {
    test(`${a} and ${b} compare`, () => {
      assert.equal(docker.precedence(a, b), order);
      assert.equal(docker.precedence(b, a), 0 - order);
      assert.equal(docker.facts(a)?.variant, docker.facts(b)?.variant);
    });
  }

  for (const [a, b] of INCOMPARABLE) {
    test(`${a} and ${b} do not compare`, () => {
      assert.equal(docker.precedence(a, b), undefined);
      assert.equal(docker.compare(a, b), 0 - docker.compare(b, a));
    });
  }

  for (const [text, numbers, prerelease, variant] of FACTS) {
    test(`facts of ${text}`, () => {
      assert.deepEqual(docker.facts(text), { numbers: numbers.map(BigInt), prerelease, variant });
    });
  }

  for (const text of NO_VERSION) {
    test(`“${text}” is no version`, () => assert.equal(docker.facts(text), undefined));
  }
});
