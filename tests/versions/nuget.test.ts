import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compare as reference } from 'semver';
import { nuget } from '../../src/versions/nuget.ts';
import { assertTotal, combine } from './assert-total.ts';
import '../arbitrary.ts';

/** Lowest first; the order between equals is by code point. */
const ASCENDING = [
  'v1.0.0',
  '0.9',
  '1.0.0--5',
  '1.0.0-2',
  '1.0.0-10',
  '1.0.0--3000000000',
  '1.0.0-20000000000',
  '1.0.0-3000000000',
  '1.0.0-3000000001',
  '1.0.0-500000000000',
  '1.0.0-alpha',
  '1.0.0-ALPHA.1',
  '1.0.0-alpha.2',
  '1.0.0-alpha.10',
  '1.0.0-alpha.beta',
  '1.0.0-Beta',
  '1.0.0-rc1',
  '1.0.0-RC2',
  '1',
  '1.0',
  '1.0.0',
  '1.0.0.0',
  '1.0.0.1-beta',
  '1.0.0.1',
  '1.0.0.2',
  '1.0.1',
  '1.9',
  '1.10',
  '2147483647.0.0',
];

const EQUAL: readonly (readonly string[])[] = [
  ['1', '1.0', '1.0.0', '1.0.0.0', '01.00', '1.0.0+build', '1.0+b.01', ' 1\x85', '1 .\u00a00', '1.0 +a'],
  ['1.0.0-Beta.1', '1.0.0-beta.1', '1.0-BETA.1+x'],
  ['1.0.0--0', '1.0.0-0', '1.0.0--00'],
];

const FACTS: readonly (readonly [string, readonly number[] | undefined, boolean?])[] = [
  ['13.0.3', [13, 0, 3], false],
  ['4.3.0.1', [4, 3, 0, 1], false],
  ['1.0', [1, 0], false],
  ['1.0.0-preview.7.24405.7', [1, 0, 0], true],
  ['1.0.0+abc', [1, 0, 0], false],
  ['1.0.0+a-b', [1, 0, 0], false],
  ['007.1', [7, 1], false],
  ['2147483647.1', [2147483647, 1], false],
  ['2147483648.1', undefined],
  ['1.2147483648', undefined],
  ['1.0.0.0.0', undefined],
  ['1.0.0-01', undefined],
  ['1.0.0-0a', [1, 0, 0], true],
  ['1.0.0-', undefined],
  ['1.0.0+', undefined],
  ['1.0.0-a..b', undefined],
  ['1.0.0-a_b', undefined],
  ['1.0.*', undefined],
  ['v1.0', undefined],
  ['1.0- a', undefined],
  ['1.0+ a', undefined],
  ['1 0', undefined],
  ['\ufeff1.0', undefined],
  [' 1. 2 -a ', [1, 2], true],
  ['1.', undefined],
  ['', undefined],
];

describe('nuget', () => {
  test('orders as NuGetVersion', () => {
    assert.deepEqual(ASCENDING.toReversed().sort(nuget.compare), ASCENDING);
  });

  test('has a total order', () => {
    const labels = ['', '-0', '-10', '--1', '-a', '-B', '-3000000000'];
    assertTotal(
      nuget,
      combine(['1', '01'], ['', '.0', '.1'], ['', '.0', '.0.1'], labels, ['', '.2', '.A', '+b']),
    );
  });

  for (const versions of EQUAL) {
    test(versions.join(' = '), () => {
      for (const a of versions)
        for (const b of versions) assert.equal(nuget.precedence(a, b), 0, `${a}, ${b}`);
    });
  }

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of “${text}”`, () => {
      assert.deepEqual(nuget.facts(text), numbers && { numbers: numbers.map(BigInt), prerelease });
    });
  }

  test('agrees with the semver package on versions of lower case', () => {
    const part = fc.nat(12);
    const label = fc.oneof(fc.nat(12).map(String), fc.constantFrom('alpha', 'beta', 'rc', 'x-y', '0a', 'a-'));
    const version = fc
      .tuple(part, part, part, fc.array(label, { maxLength: 3 }), fc.constantFrom('', '+b', '+1.0'))
      .map(([major, minor, patch, labels, build]) => {
        return `${major}.${minor}.${patch}${labels.length === 0 ? '' : `-${labels.join('.')}`}${build}`;
      });
    fc.assert(
      fc.property(version, version, (a, b) => assert.equal(nuget.precedence(a, b), reference(a, b))),
      { numRuns: 2000 },
    );
  });
});
