import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unifiedDiff } from '../../src/derive/unified-diff.ts';

describe('a unified diff of notes', () => {
  test('shows what went and what came, with two lines around it', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7'];
    const after = ['1', '2', '3', 'four', '5', '6', '7'];
    assert.deepEqual(unifiedDiff(before, after), ['@@ -2,5 +2,5 @@', ' 2', ' 3', '-4', '+four', ' 5', ' 6']);
  });

  test('of the same text is empty', () => assert.deepEqual(unifiedDiff(['a', ''], ['a', '']), []));

  test('of two texts with nothing in common says only that', () => {
    const lines = (word: string) => Array.from({ length: 6000 }, (_, index) => `${word} ${index}`);
    assert.deepEqual(unifiedDiff(lines('old'), lines('new')), ['(6000 lines became 6000 others)']);
  });
});
