import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calendarInWords } from '../../../src/derive/statistics/calendar-in-words.ts';
import { releaseDays } from '../../../src/derive/statistics/release-days.ts';
import { releasedOn } from './released-on.ts';

const AS_OF = '2026-11-27T10:00:00Z';

describe('the days of a year with releases', () => {
  for (const [name, moments, expected] of [
    ['nothing', [], []],
    ['the first', ['2025-11-23', '2025-11-24'], [['2025-11-24', 0, 0, 1]]],
    ['the last', ['2026-11-27T09:00:00Z', '2026-11-27T10:00:01Z'], [['2026-11-27', 52, 4, 1]]],
    [
      'by day, oldest first',
      ['2026-11-22', '2026-11-23', '2026-11-23'],
      [
        ['2026-11-22', 51, 6, 1],
        ['2026-11-23', 52, 0, 2],
      ],
    ],
  ] as const) {
    test(name, () => {
      const { days, from, to } = releaseDays(releasedOn(moments), AS_OF);
      assert.deepEqual([from, to], ['2025-11-24', '2026-11-27']);
      assert.deepEqual(
        days.map(({ day, week, weekday, count }) => [day, week, weekday, count]),
        expected,
      );
    });
  }
});

describe('a calendar in words', () => {
  for (const [moments, words] of [
    [[], 'Nothing came out since 24 November 2025.'],
    [['2026-03-03'], 'Something came out on one day since 24 November 2025, 3 March 2026: 1 release.'],
    [
      ['2026-03-03', '2026-03-03', '2026-03-04'],
      'Something came out on 2 days since 24 November 2025, most on 3 March 2026: 2 releases.',
    ],
  ] as const) {
    test(words, () => assert.equal(calendarInWords(releaseDays(releasedOn(moments), AS_OF)), words));
  }
});
