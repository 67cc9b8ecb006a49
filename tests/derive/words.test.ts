import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  cadenceInWords,
  countInWords,
  dayInWords,
  lagInWords,
  momentInWords,
  monthInWords,
  sizeInWords,
  spanInWords,
  stepInWords,
  weekdayInWords,
} from '../../src/derive/words.ts';

describe('words', () => {
  test('of a day and of a moment, in UTC', () => {
    assert.equal(dayInWords('2026-11-20T23:59:59Z'), '20 November 2026');
    assert.equal(dayInWords('2026-01-02'), '2 January 2026');
    assert.equal(weekdayInWords('2026-11-20T00:00:00Z'), 'Friday');
    assert.equal(momentInWords('2026-11-20T10:12:59Z'), '20 November 2026, 10:12 UTC');
  });

  for (const [days, words] of [
    [undefined, 'too few releases to tell'],
    [0.2, 'several a day'],
    [1, 'every day'],
    [1.49, 'every day'],
    [1.5, 'every 2 days'],
    [9, 'every 9 days'],
    [59.9, 'every 60 days'],
    [60, 'every 2 months'],
    [152, 'every 5 months'],
    [729, 'every 24 months'],
    [730, 'every 2 years'],
  ] as const) {
    test(`of a cadence of ${days} days`, () => assert.equal(cadenceInWords(days), words));
  }

  test('of a step', () => {
    assert.equal(stepInWords({ kind: 'major', breaking: true }), 'major');
    assert.equal(stepInWords({ kind: 'minor', breaking: false }), 'minor');
    assert.equal(stepInWords({ kind: 'minor', breaking: true }), 'minor, may break');
    assert.equal(stepInWords({ kind: 'prerelease', breaking: false }), 'pre-release');
    assert.equal(stepInWords({ kind: 'other', breaking: false }), 'release');
  });

  test('of a count', () => {
    assert.equal(countInWords(0, 'release'), '0 releases');
    assert.equal(countInWords(1, 'release'), '1 release');
    assert.equal(countInWords(12_345, 'change'), '12,345 changes');
  });

  for (const [hours, words] of [
    [0, 'within the hour'],
    [0.99, 'within the hour'],
    [1, '1 hour later'],
    [47.4, '47 hours later'],
    [48, '2 days later'],
    [59 * 24, '59 days later'],
    [60 * 24, '2 months later'],
    [729 * 24, '24 months later'],
    [730 * 24, '2 years later'],
  ] as const) {
    test(`of a lag of ${hours} hours`, () => assert.equal(lagInWords(hours), words));
  }

  for (const [bytes, words] of [
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [460_627, '460.6 kB'],
    [999_999, '1000.0 kB'],
    [1_000_000, '1.0 MB'],
    [5e15, '5000.0 TB'],
  ] as const) {
    test(`of ${bytes} bytes`, () => assert.equal(sizeInWords(bytes), words));
  }
});

describe('a stretch of time', () => {
  for (const [hours, words] of [
    [0, 'less than a minute'],
    [0.25, '15 minutes'],
    [1 / 60, '1 minute'],
    [0.999, '59 minutes'],
    [1, '1 hour'],
    [47.4, '47 hours'],
    [48, '2 days'],
    [24 * 60, '2 months'],
    [24 * 800, '2 years'],
  ] as const) {
    test(`of ${hours} hours`, () => assert.equal(spanInWords(hours), words));
  }

  test('of a month has its name', () => {
    assert.equal(monthInWords('2026/11/2/'), 'November 2026');
    assert.equal(monthInWords('2026-01'), 'January 2026');
  });
});
