import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { activeTimes } from '../../../src/derive/statistics/active-times.ts';
import { timesInWords } from '../../../src/derive/statistics/times-in-words.ts';
import { aProject } from '../../build-release.ts';
import { releasedOn } from './released-on.ts';

const HOUR = '2026-11-25T14:00:01Z';
const WITHIN = '2026-11-25T14:59:59Z';

describe('when in the week projects put something out', () => {
  test('by weekday and hour, in UTC', () => {
    const { days, hours } = activeTimes(releasedOn([HOUR, '2026-11-25T15:00:00Z', '2026-11-22T23:59:59Z']));
    assert.deepEqual(days, [0, 0, 2, 0, 0, 0, 1]);
    assert.deepEqual([hours[2]?.[14], hours[2]?.[15], hours[6]?.[23]], [1, 1, 1]);
    assert.equal(
      hours.flat().reduce((sum, count) => sum + count, 0),
      3,
    );
  });

  test('once for all that a project puts out within an hour', () => {
    assert.equal(activeTimes(releasedOn([HOUR, WITHIN])).days[2], 1);
  });

  test('once for each project', () => {
    const others = releasedOn([WITHIN], {}, aProject({ id: 'other' }));
    assert.equal(activeTimes([...releasedOn([HOUR]), ...others]).days[2], 2);
  });

  test('and again in the same hour of another week', () => {
    assert.equal(activeTimes(releasedOn([HOUR, '2026-11-18T14:30:00Z'])).hours[2]?.[14], 2);
  });

  test('where only the day is known, by weekday alone', () => {
    const { days, hours, withoutHour } = activeTimes(
      releasedOn(['2026-11-25T00:00:00Z', '2026-11-25T00:00:01Z']),
    );
    assert.deepEqual([days[2], hours[2]?.[0], withoutHour], [2, 1, 1]);
  });
});

describe('times in words', () => {
  for (const [moments, words] of [
    [[], 'Nothing came out.'],
    [[HOUR], 'Wednesday is the busiest day; none of it comes at the weekend.'],
    [['2026-11-22', '2026-11-21'], 'Saturday is the busiest day; all of it comes at the weekend.'],
    [
      ['2026-11-25T00:00:00Z'],
      'Wednesday is the busiest day; none of it comes at the weekend. Of 1 only the day is known.',
    ],
  ] as const) {
    test(words, () => assert.equal(timesInWords(activeTimes(releasedOn(moments))), words));
  }
});
