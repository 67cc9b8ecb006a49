import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cutArchives } from '../../src/feeds/cut-archives.ts';
import { MOST_ENTRIES } from '../../src/feeds/feed-document.ts';

/** So many entries, newest first: the number of each is its age. */
function entries(count: number): number[] {
  return Array.from({ length: count }, (_, index) => count - index);
}

describe('archives of a feed', () => {
  for (const [count, archives] of [
    [0, 0],
    [1, 0],
    [MOST_ENTRIES, 0],
    [MOST_ENTRIES + 1, 1],
    [2 * MOST_ENTRIES - 1, 1],
    [2 * MOST_ENTRIES, 2],
    [3 * MOST_ENTRIES + 7, 3],
  ] as const) {
    test(`of ${count} entries are ${archives}, and leave out none that its feed does not show`, () => {
      const all = entries(count);
      const cut = cutArchives(all);
      assert.equal(cut.length, archives);
      const held = new Set([...all.slice(0, MOST_ENTRIES), ...cut.flat()]);
      assert.equal(held.size, count);
      assert.equal(new Set(cut.flat()).size, cut.flat().length, 'an entry stands in one archive');
    });
  }

  test('begin with the oldest, and have their entries newest first', () => {
    const [oldest, next] = cutArchives(entries(120));
    assert.deepEqual([oldest?.[0], oldest?.at(-1)], [50, 1]);
    assert.deepEqual([next?.[0], next?.at(-1)], [100, 51]);
  });

  test('stay as they are, whatever comes', () => {
    for (let count = MOST_ENTRIES; count < 300; count++) {
      const before = cutArchives(entries(count));
      assert.deepEqual(cutArchives(entries(count + 1)).slice(0, before.length), before);
    }
  });
});
