import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { longestSilence } from '../../../src/derive/statistics/longest-silence.ts';
import { silenceInWords } from '../../../src/derive/statistics/silence-in-words.ts';
import { day, releasedOn } from './released-on.ts';

describe('the longest silence', () => {
  for (const [name, days, asOf, words] of [
    ['of nothing', [], 10, '–'],
    ['of a release of today', [10], 10, 'none yet'],
    ['of one release lasts', [0], 10, '10 days, since 1 January 2026'],
    ['ended', [0, 10, 12], 13, '10 days, up to 11 January 2026'],
    ['lasts', [0, 10, 12], 23, '11 days, since 13 January 2026'],
    ['is the latest of equals', [0, 10, 20], 21, '10 days, up to 21 January 2026'],
  ] as const) {
    test(name, () => {
      const silence = longestSilence(releasedOn(days.map(day)), `${day(asOf)}T23:00:00Z`);
      assert.equal(silenceInWords(silence), words);
    });
  }
});
