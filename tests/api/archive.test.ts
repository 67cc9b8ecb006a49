import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { archiveOf } from '../../src/api/archive.ts';
import { monthsOf } from '../../src/api/months.ts';

/** `[9, 8 … 1]` */
function newestFirst(count: number): number[] {
  return Array.from({ length: count }, (_, index) => count - index);
}

describe('an archive', () => {
  for (const [count, newest, pages] of [
    [0, '', []],
    [3, '3 2 1', []],
    [5, '5 4 3 2 1', []],
    [6, '6 5 4', ['3 2 1']],
    [8, '8 7 6 5 4', ['3 2 1']],
    [9, '9 8 7', ['3 2 1', '6 5 4']],
  ] as const) {
    test(`of ${count} by three keeps “${newest}” together`, () => {
      const archive = archiveOf(newestFirst(count), 3);
      assert.equal(archive.newest.join(' '), newest);
      assert.deepEqual(
        archive.pages.map((page) => page.join(' ')),
        pages,
      );
    });
  }

  test('keeps its pages when something new comes', () => {
    for (let count = 0; count < 40; count += 1) {
      const [before, after] = [archiveOf(newestFirst(count), 4), archiveOf(newestFirst(count + 1), 4)];
      assert.deepEqual(after.pages.slice(0, before.pages.length), before.pages);
      assert.deepEqual([...after.newest, ...after.pages.toReversed().flat()], newestFirst(count + 1));
    }
  });
});

describe('months', () => {
  const MOMENTS = ['2025-12-31', '2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05'];
  const parts = (moments: readonly string[]) => monthsOf(moments, (moment) => moment, 2);

  test('go on in further documents, newest first in each', () => {
    assert.deepEqual(
      parts(MOMENTS).map(({ month, name, items, older }) => [month, name, items.join(' '), older]),
      [
        ['2025-12', '2025-12', '2025-12-31', undefined],
        ['2026-02', '2026-02', '2026-02-02 2026-02-01', '2025-12'],
        ['2026-02', '2026-02.2', '2026-02-04 2026-02-03', '2026-02'],
        ['2026-02', '2026-02.3', '2026-02-05', '2026-02.2'],
      ],
    );
  });

  test('of something new keep all documents but the last', () => {
    for (let count = 0; count < MOMENTS.length; count += 1) {
      const before = parts(MOMENTS.slice(0, count)).slice(0, -1);
      assert.deepEqual(parts(MOMENTS.slice(0, count + 1)).slice(0, before.length), before);
    }
  });

  test('stand in the order of the calendar, whatever comes first', () => {
    assert.deepEqual(
      parts(['2026-02-01', '2026-01-01']).map(({ name }) => name),
      ['2026-01', '2026-02'],
    );
  });
});
