import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stepOf } from '../../src/derive/step.ts';
import { steps } from '../../src/derive/steps.ts';
import { loose } from '../../src/versions/loose.ts';
import { semver } from '../../src/versions/semver.ts';

/** Versions in order, each with its step; `!` marks a step that may break. */
const TABLE: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['plain', { '1.0.0': 'major!', '1.0.1': 'patch', '1.1.0': 'minor', '2.0.0': 'major!' }],
  ['below 1.0', { '0.1.0': 'minor!', '0.1.1': 'patch', '0.2.0': 'minor!', '1.0.0': 'major!' }],
  ['gaps', { '1.0.0': 'major!', '1.0.7': 'patch', '1.5.2': 'minor', '4.2.1': 'major!' }],
  ['backports', { '1.0.0': 'major!', '1.0.1': 'patch', '2.0.0': 'major!', '2.1.0': 'minor' }],
  [
    'pre-releases',
    {
      '1.0.0': 'major!',
      '2.0.0-rc.1': 'prerelease',
      '2.0.0-rc.2': 'prerelease',
      '2.0.0': 'major!',
      '2.0.1-0': 'prerelease',
    },
  ],
  ['a first one in the middle', { '1.4.2': 'patch', '1.4.3': 'patch' }],
  ['a first minor one', { '1.4.0': 'minor', '1.4.1': 'patch' }],
  ['a first one of all zeros', { '0.0.0': 'major!', '0.0.1': 'patch' }],
  ['build metadata', { '1.0.0': 'major!', '1.0.0+1': 'patch' }],
  ['no version', { latest: 'other', '1.0.0': 'major!' }],
];

function inWords(
  { kind, breaking }: { kind: string; breaking: boolean } = { kind: '', breaking: false },
): string {
  return `${kind}${breaking ? '!' : ''}`;
}

describe('steps', () => {
  for (const [name, expected] of TABLE) {
    test(`${name}, whatever the order of the input`, () => {
      const versions = Object.keys(expected);
      for (const input of [versions, versions.toReversed()]) {
        const found = steps(input, semver);
        assert.deepEqual(Object.fromEntries(versions.map((v) => [v, inWords(found.get(v))])), expected);
      }
    });
  }

  test('of versions with other than three numbers', () => {
    const found = steps(['1', '1.0.0.1', '1.2', '2024.01', '2024.02'], loose);
    assert.deepEqual([...found.values()].map(inWords), ['major!', 'patch', 'minor', 'major!', 'minor']);
  });

  test('go by what the version says, where there is none below', () => {
    const facts = (numbers: readonly bigint[]) => ({ numbers, prerelease: false });
    assert.equal(inWords(stepOf(facts([3n]), undefined)), 'major!');
    assert.equal(inWords(stepOf(facts([3n]), facts([2n, 9n, 9n]))), 'major!');
    assert.equal(inWords(stepOf(facts([2n, 9n]), facts([2n]))), 'minor');
    assert.equal(inWords(stepOf(undefined, facts([2n]))), 'other');
  });
});
