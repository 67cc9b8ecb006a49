import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { feedPages } from '../../src/derive/feed-pages.ts';
import { aRelease, entriesOf } from '../build-release.ts';

/** So many releases a day, newest first. */
function entries(...days: readonly (readonly [day: string, count: number])[]) {
  return entriesOf(
    days.flatMap(([day, count], which) =>
      Array.from({ length: count }, (_, index) =>
        aRelease({ version: `${which}.${index}.0`, publishedAt: `${day}T10:00:00Z` }),
      ),
    ),
  );
}

function sketch(...days: readonly (readonly [day: string, count: number])[]) {
  return feedPages(entries(...days)).map(({ path, items, newer, older }) => [
    path,
    items.length,
    newer,
    older,
  ]);
}

describe('pages of the feed', () => {
  test('of nothing are one that is empty', () => {
    assert.deepEqual(sketch(), [['', 0, undefined, undefined]]);
  });

  test('are the newest sixty, and an archive of all by month, the oldest first', () => {
    assert.deepEqual(sketch(['2026-11-02', 50], ['2026-10-31', 10], ['2026-08-01', 5]), [
      ['', 60, undefined, '2026/08/'],
      ['2026/08/', 5, '2026/10/', undefined],
      ['2026/10/', 10, '2026/11/', '2026/08/'],
      ['2026/11/', 50, undefined, '2026/10/'],
    ]);
  });

  test('go on where a month is large, counted from its beginning', () => {
    assert.deepEqual(sketch(['2026-11-02', 201]), [
      ['', 60, undefined, '2026/11/'],
      ['2026/11/', 200, '2026/11/2/', undefined],
      ['2026/11/2/', 1, undefined, '2026/11/'],
    ]);
  });

  test('hold their entries newest first, each entry once in the archive', () => {
    const given = entries(['2026-11-02', 70], ['2026-10-31', 10]);
    const [first, ...archive] = feedPages(given);
    assert.deepEqual(first.items, given.slice(0, 60));
    assert.deepEqual(
      archive.toReversed().flatMap(({ items }) => items),
      given,
    );
  });
});
