import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayNumber, dayText, WEEKDAYS, weekdayNumber } from '../../../src/derive/statistics/utc-day.ts';

describe('days in UTC', () => {
  for (const [instant, day, weekday] of [
    ['1970-01-01T00:00:00Z', '1970-01-01', 'Thursday'],
    ['2024-02-29T23:59:59Z', '2024-02-29', 'Thursday'],
    ['2026-11-22T23:59:59Z', '2026-11-22', 'Sunday'],
    ['2026-11-23T00:00:00Z', '2026-11-23', 'Monday'],
    ['2026-11-27T12:00:00Z', '2026-11-27', 'Friday'],
  ] as const) {
    test(`${instant} is a ${weekday}`, () => {
      assert.equal(dayText(dayNumber(instant)), day);
      assert.equal(WEEKDAYS[weekdayNumber(dayNumber(instant))], weekday);
    });
  }
});
