import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countNewest } from '../../../src/derive/search/note-parts.ts';

test('the newest notes are all of a few, else 500 to 999', () => {
  const counts = [0, 1, 999, 1000, 1001, 1499, 1500, 9501, 10_000];
  assert.deepEqual(counts.map(countNewest), [0, 1, 999, 500, 501, 999, 500, 501, 500]);
});

test('the older ones stay the same for 500 that come in', () => {
  for (let count = 1000; count < 12_000; count += 7) {
    assert.equal((count - countNewest(count)) % 500, 0);
    assert.ok(countNewest(count) >= 500 && countNewest(count) < 1000);
  }
});
