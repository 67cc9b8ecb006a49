import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareLabels } from '../../src/versions/labels.ts';

const ASCENDING = [
  ['1'],
  ['2'],
  ['10'],
  ['9007199254740992'],
  ['9007199254740993'],
  ['alpha'],
  ['alpha', '1'],
  ['alpha', 'beta'],
  ['beta'],
  ['beta', '2'],
  ['beta', '11'],
  ['rc', '1'],
  [],
];

test('labels are ordered as SemVer has it, whatever their length', () => {
  for (const [i, a] of ASCENDING.entries()) {
    for (const [j, b] of ASCENDING.entries())
      assert.equal(compareLabels(a, b), Math.sign(i - j), `${a} ${b}`);
  }
});

test('a scheme may have an order of its own for one label', () => {
  assert.equal(
    compareLabels(['a'], ['b'], () => 0),
    0,
  );
  assert.equal(
    compareLabels(['a'], ['b', 'c'], () => 0),
    -1,
  );
});
