import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calendarCells } from '../../../src/derive/charts/calendar-cells.ts';

function levels(counts: readonly number[], to = '2026-11-27') {
  const days = counts.map((count, index) => ({ day: '', week: index, weekday: index % 7, count }));
  return calendarCells({ from: '2025-11-24', to, days });
}

describe('cells of a calendar', () => {
  for (const [name, counts, expected] of [
    ['nothing', [], []],
    ['one day', [1], [[0.9, '1']]],
    ['days that are all alike', [3, 3, 3], [[0.9, '3']]],
    [
      'a flood leaves the others apart',
      [1, 1, 2, 2, 3, 4, 8, 3000],
      [
        [0.42, '1'],
        [0.58, '2'],
        [0.74, '3–4'],
        [0.9, '8–3,000'],
      ],
    ],
  ] as const) {
    test(name, () => {
      assert.deepEqual(
        levels(counts).levels.map(({ side, counts: of }) => [side, of]),
        expected,
      );
    });
  }

  test('a square stands in the middle of its day', () => {
    assert.equal(levels([1]).levels[0]?.path, 'M0.05 0.05h0.9v0.9h-0.9z');
    assert.equal(levels([2, 2]).levels[0]?.path, 'M0.05 0.05h0.9v0.9h-0.9zM1.05 1.05h0.9v0.9h-0.9z');
  });

  test('days that are still to come have no dot', () => {
    const rows = levels([], '2026-11-27').grid.split('M').slice(1);
    assert.deepEqual(
      rows.map((row) => row.split('H')[1]),
      ['53', '53', '53', '53', '53', '52', '52'],
    );
  });
});
