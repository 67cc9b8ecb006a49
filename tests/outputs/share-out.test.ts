import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareOut, slice } from '../../src/outputs/share-out.ts';

const TABLE: readonly (readonly [pieces: number[], shares: number, shared: number[][]])[] = [
  [[], 2, []],
  [[5], 2, [[5]]],
  [[1, 9, 2], 1, [[9, 2, 1]]],
  [[1, 2, 3, 4, 10], 2, [[10], [4, 3, 2, 1]]],
  [
    [4, 4, 4, 3, 3],
    2,
    [
      [4, 4],
      [4, 3, 3],
    ],
  ],
];

for (const [pieces, shares, shared] of TABLE) {
  test(`${pieces.join(' ') || 'nothing'} among ${shares}`, () => {
    assert.deepEqual(
      shareOut(pieces, (piece) => piece, shares),
      shared,
    );
  });
}

const SLICED: readonly (readonly [pieces: number[], most: number, slices: number[][]])[] = [
  [[], 2, []],
  [[1, 1, 1], 3, [[1, 1, 1]]],
  [[1, 1, 1, 1], 3, [[1, 1, 1], [1]]],
  [[3, 2, 1, 2], 3, [[3], [2, 1], [2]]],
  [[9, 1, 9], 3, [[9], [1], [9]]],
];

for (const [pieces, most, slices] of SLICED) {
  test(`${pieces.join(' ') || 'nothing'} in slices of ${most}`, () => {
    assert.deepEqual(
      slice(pieces, (piece) => piece, most),
      slices,
    );
  });
}
