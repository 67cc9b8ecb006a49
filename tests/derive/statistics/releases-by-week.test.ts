import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { releasesByWeek, WEEKS } from '../../../src/derive/statistics/releases-by-week.ts';
import { weeksInWords } from '../../../src/derive/statistics/weeks-in-words.ts';
import { releasedOn } from './released-on.ts';

const AS_OF = '2026-11-27T10:00:00Z';

function told(moments: readonly string[], fields = {}) {
  const weeks = releasesByWeek(releasedOn(moments, fields), AS_OF);
  assert.equal(weeks.length, WEEKS);
  return weeks
    .filter(({ stable, prereleases }) => stable + prereleases > 0)
    .map(({ monday, stable, prereleases }) => [monday, stable, prereleases]);
}

describe('releases by week', () => {
  test('the last week is that of the moment, the first a year before', () => {
    const weeks = releasesByWeek([], AS_OF);
    assert.equal(weeks.at(-1)?.monday, '2026-11-23');
    assert.equal(weeks[0]?.monday, '2025-11-24');
  });

  for (const [name, moments, expected] of [
    ['nothing', [], []],
    ['one', ['2026-11-25'], [['2026-11-23', 1, 0]]],
    [
      'a week ends with its Sunday, in UTC',
      ['2026-11-22T23:59:59Z', '2026-11-23T00:00:00Z', '2026-11-27T10:00:00Z'],
      [
        ['2026-11-16', 1, 0],
        ['2026-11-23', 2, 0],
      ],
    ],
    ['the first of all weeks', ['2025-11-23T23:59:59Z', '2025-11-24T00:00:00Z'], [['2025-11-24', 1, 0]]],
    ['nothing of days to come', ['2026-11-27T10:00:01Z'], []],
  ] as const) {
    test(name, () => assert.deepEqual(told(moments), expected));
  }

  test('pre-releases are told apart', () => {
    assert.deepEqual(told(['2026-11-25'], { prerelease: true }), [['2026-11-23', 0, 1]]);
  });
});

describe('weeks in words', () => {
  for (const [moments, words] of [
    [[], 'No release in 53 weeks.'],
    [['2026-11-25'], 'One release in 53 weeks, in that of 23 November 2026.'],
    [
      ['2026-11-25', '2026-11-26', '2026-03-02'],
      '3 releases in 53 weeks, at most 2 in one, that of 23 November 2026.',
    ],
  ] as const) {
    test(words, () => assert.equal(weeksInWords(releasesByWeek(releasedOn(moments), AS_OF)), words));
  }
});
