import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareModifiers, isBefore, readModifier } from '../../src/versions/modifier.ts';

const ASCENDING = [
  ['dev', 'nightly', 'alpha', 'beta', 'milestone', 'pre', 'rc', '', 'lts', '1'],
  ['a1', 'b1', 'm1', 'c1', '', 'a', 'b', 'c', 'm'],
  ['snapshot', 'alpha'],
  ['canary', 'alpha'],
  ['experimental', 'alpha'],
  ['insiders', 'alpha'],
  ['beta', 'ea', 'rc'],
  ['beta', 'eap', 'rc'],
  ['beta', 'next', 'rc'],
  ['beta', 'preview', 'rc'],
  ['beta', 'prerelease', 'rc'],
  ['', 'é', 'é1', '1'],
  ['pre', 'cr', ''],
  ['rc', 'rc.1', 'rc2', 'rc-10', ''],
  ['', 'lts', 'lts-1', 'lts2', 'post'],
  ['', 'constructor'],
];

describe('what follows the numbers', () => {
  for (const modifiers of ASCENDING) {
    test(modifiers.map((text) => text || 'nothing').join(' < '), () => {
      const sorted = modifiers
        .toReversed()
        .sort((a, b) => compareModifiers(readModifier(a), readModifier(b)));
      assert.deepEqual(sorted, modifiers);
    });
  }

  for (const [text, expected] of [
    ['rc1', true],
    ['-preview.2', true],
    ['lts-rc', true],
    ['b1', true],
    ['b', false],
    ['lts', false],
    ['1', false],
    ['', false],
  ] as const) {
    test(`“${text}” puts a version ${expected ? 'before' : 'not before'} the plain one`, () => {
      assert.equal(isBefore(readModifier(text)), expected);
    });
  }

  test('separators and zeros do not count', () => {
    assert.equal(compareModifiers(readModifier('-rc.01'), readModifier('rc1')), 0);
  });
});
