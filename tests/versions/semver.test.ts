import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compare as reference } from 'semver';
import { semver } from '../../src/versions/semver.ts';
import '../arbitrary.ts';

/** The order of section 11 of the specification, and what it leaves open by code point. */
const ASCENDING = [
  'latest',
  '0.0.0-0',
  '0.9.0',
  '1.0.0-1',
  '1.0.0-2',
  '1.0.0-10',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.0+1',
  '1.0.0+10',
  '1.0.0+2',
  'v1.0.0',
  '1.0.1',
  '1.9.0',
  '1.10.0',
  '2.0.0',
  '9007199254740992.0.0',
  '9007199254740993.0.0-9007199254740992',
  '9007199254740993.0.0-9007199254740993',
  '9007199254740993.0.0-a',
  '9007199254740993.0.0',
];

const FACTS: readonly (readonly [string, readonly number[] | undefined, boolean?])[] = [
  ['1.21.1', [1, 21, 1], false],
  ['v1.21.1', [1, 21, 1], false],
  ['1.0.0-rc.1', [1, 0, 0], true],
  ['1.0.0-0', [1, 0, 0], true],
  ['1.0.0+build', [1, 0, 0], false],
  ['1.0', undefined],
  ['1.0.0.0', undefined],
  ['01.0.0', undefined],
  ['1.0.0-alpha..1', undefined],
  ['1.0.0--', [1, 0, 0], true],
  ['1.0.0-0a', [1, 0, 0], true],
  ['1.0.0+01', [1, 0, 0], false],
  [' 1.0.0\n', [1, 0, 0], false],
  ['=1.0.0', undefined],
  ['V1.0.0', undefined],
  ['1.0.0-', undefined],
  ['1.0.0-01', undefined],
  ['1.0.0+', undefined],
  ['1.0.0+a..b', undefined],
  ['1.0.0+a+b', undefined],
  ['1.01.0', undefined],
  ['1.0.01', undefined],
  ['1.0.0-é', undefined],
  ['1.0.\u0661', undefined],
  ['latest', undefined],
  ['', undefined],
];

describe('semver', () => {
  test('orders as the specification says', () => {
    assert.deepEqual(ASCENDING.toReversed().sort(semver.compare), ASCENDING);
  });

  for (const [text, numbers, prerelease] of FACTS) {
    test(`facts of “${text}”`, () => {
      const facts = numbers && { numbers: numbers.map(BigInt), prerelease };
      assert.deepEqual(semver.facts(text), facts);
    });
  }

  test('agrees with the semver package wherever that sees a difference', () => {
    const part = fc.nat(12);
    const identifier = fc.oneof(fc.nat(12).map(String), fc.constantFrom('alpha', 'beta', 'rc', 'x-y', '0a'));
    const valid = fc
      .tuple(part, part, part, fc.array(identifier, { maxLength: 3 }), fc.array(identifier, { maxLength: 2 }))
      .map(([major, minor, patch, pre, build]) => {
        const end = (mark: string, ids: readonly string[]) => (ids.length === 0 ? '' : mark + ids.join('.'));
        return `${major}.${minor}.${patch}${end('-', pre)}${end('+', build)}`;
      });
    fc.assert(
      fc.property(valid, valid, (a, b) => {
        const expected = reference(a, b);
        if (expected !== 0) assert.equal(semver.compare(a, b), expected);
      }),
      { numRuns: 2000 },
    );
  });
});
