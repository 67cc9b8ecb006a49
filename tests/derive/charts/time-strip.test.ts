import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { timeStrip } from '../../../src/derive/charts/time-strip.ts';

const labels = (...hours: readonly number[]) => timeStrip([{ hours }]).ticks.map(({ label }) => label);

describe('the axis of a strip', () => {
  for (const [hours, expected] of [
    [[2], ['1 hour', '1 day']],
    [[0], ['1 min', '1 hour']],
    [[1], ['1 hour', '1 day']],
    [
      [2, 900],
      ['1 hour', '1 day', '1 month', '1 year'],
    ],
    [[200_000], ['1 year', '10 years']],
  ] as const) {
    test(`of ${hours.join(' and ')} hours`, () => assert.deepEqual(labels(...hours), expected));
  }
});

describe('the rows of a strip', () => {
  test('lie between the ends of the axis, on it even if they are beyond', () => {
    const { rows, ticks } = timeStrip([{ hours: [0, 1 / 60, 200_000] }]);
    assert.deepEqual([ticks[0]?.x, ticks.at(-1)?.x], ['2%', '98%']);
    assert.deepEqual(rows[0]?.dots, ['2%', '98%']);
  });

  test('have a dot for all that would cover one another', () => {
    const hours = Array.from({ length: 3000 }, (_, index) => 1 + index / 1000);
    assert.ok((timeStrip([{ hours }]).rows[0]?.dots.length ?? 0) < 100);
  });

  test('have the median of their times', () => {
    assert.equal(timeStrip([{ hours: [1, 5, 20] }]).rows[0]?.hours, 5);
    assert.equal(timeStrip([{ hours: [1, 24, 24] }]).rows[0]?.median, '98%');
  });

  test('are left out where there is nothing', () => {
    assert.deepEqual(
      timeStrip([{ hours: [] }, { hours: [3] }]).rows.map(({ row }) => row),
      [{ hours: [3] }],
    );
  });
});
