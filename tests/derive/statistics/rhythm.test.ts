import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rhythmOf } from '../../../src/derive/statistics/rhythm.ts';
import { day, releasedOn } from './released-on.ts';

/** The rhythm of stable releases on these days of 2026, at the end of another one. */
function rhythm(days: readonly number[], asOf: number, fields = {}) {
  return rhythmOf(releasedOn(days.map(day), fields), `${day(asOf)}T23:00:00Z`);
}

function everyDays(step: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => index * step);
}

describe('a rhythm', () => {
  for (const [name, days, asOf, expected] of [
    ['needs five gaps', everyDays(10, 5), 60, undefined],
    ['has the median of its gaps', everyDays(10, 6), 50, [10, 10, 0, false]],
    ['counts a day once', [0, 0, ...everyDays(10, 5)], 60, undefined],
    [
      'is over the last 20 gaps',
      [...everyDays(1, 30), ...everyDays(10, 21).map((one) => one + 29)],
      230,
      [10, 10, 1, false],
    ],
    // Gaps 10 10 20 30 40: quartiles 10 and 30, so 30 + 1.5 × 20.
    ['ends at the upper fence', [0, 10, 20, 40, 70, 110], 170, [20, 60, 60, false]],
    ['is broken beyond it', [0, 10, 20, 40, 70, 110], 171, [20, 60, 61, true]],
    ['is never broken within a week', everyDays(1, 10), 16, [1, 7, 7, false]],
    ['is broken after a week where it was daily', everyDays(1, 10), 17, [1, 7, 8, true]],
    ['knows nothing of days to come', [...everyDays(10, 6), 70], 55, [10, 10, 5, false]],
  ] as const) {
    test(name, () => {
      const one = rhythm(days, asOf);
      const told = one && [one.everyDays, one.usualDays, one.silentDays, one.isOverdue];
      assert.deepEqual(told, expected);
    });
  }

  test('says the day of the newest release', () => {
    assert.equal(rhythm(everyDays(10, 6), 60)?.lastDay, day(50));
  });

  for (const fields of [
    { prerelease: true },
    { yanked: 'y' },
    { withdrawnAt: '2026-12-01T00:00:00Z' },
  ] as const) {
    test(`is that of what people may use: ${Object.keys(fields)}`, () => {
      assert.equal(rhythm(everyDays(10, 9), 90, fields), undefined);
    });
  }
});
