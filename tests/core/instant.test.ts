import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { daysBetween } from '../../src/core/days-between.ts';
import { hoursAfter, hoursBetween, Instant, toInstant } from '../../src/core/instant.ts';

const TEXTS: readonly (readonly [unknown, string | undefined])[] = [
  ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z'],
  ['2026-11-20T10:00:00.999Z', '2026-11-20T10:00:00Z'],
  ['2026-11-20T10:00:00+02:00', '2026-11-20T08:00:00Z'],
  ['2026-11-20', '2026-11-20T00:00:00Z'],
  ['Fri, 20 Nov 2026 10:00:00 GMT', '2026-11-20T10:00:00Z'],
  ['1980-01-02T00:00:00Z', '1980-01-02T00:00:00Z'],
  ['1970-01-01T00:00:00Z', undefined],
  ['1980-01-01T23:59:59Z', undefined],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
  ['1969-12-31T23:59:59Z', undefined],
  ['+010000-01-01T00:00:00Z', undefined],
  ['soon', undefined],
  ['', undefined],
  [`2026-11-20T10:00:00Z${' '.repeat(64)}`, undefined],
  [1_800_000_000, undefined],
  [null, undefined],
  [undefined, undefined],
  ['2026-11-20T10:00:00', '2026-11-20T10:00:00Z'],
  ['2026-11-20T10:00', '2026-11-20T10:00:00Z'],
];

const WRONG = [
  '2026-11-20',
  '2026-11-20T10:00:00',
  '2026-11-20T10:00:00.000Z',
  '2026-11-20T10:00:00+00:00',
  '2026-13-01T00:00:00Z',
  '2026-02-31T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-11-20T24:00:00Z',
  '2026-11-20T10:00:00Z\n',
  ' 2026-11-20T10:00:00Z',
];

describe('an instant', () => {
  for (const [text, instant] of TEXTS) {
    test(`out of ${JSON.stringify(text)}`, () => assert.equal(toInstant(text), instant));
  }

  for (const text of WRONG) {
    test(`is not ${JSON.stringify(text)}`, () => assert.equal(Instant.safeParse(text).success, false));
  }

  test('is a day of a leap year too', () => {
    assert.equal(Instant.parse('2024-02-29T23:59:59Z'), '2024-02-29T23:59:59Z');
  });
});

describe('daysBetween', () => {
  for (const [from, to, days] of [
    ['2026-11-20T23:59:59Z', '2026-11-21T00:00:00Z', 1],
    ['2026-11-20T00:00:00Z', '2026-11-20T23:59:59Z', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-11-21T00:00:00Z', '2026-11-20T00:00:00Z', 0],
  ] as const) {
    test(`from ${from} to ${to} are ${days}`, () => assert.equal(daysBetween(from, to), days));
  }
});

describe('hoursBetween', () => {
  test('counts from the first to the second', () => {
    assert.equal(hoursBetween('2026-11-20T10:00:00Z', '2026-11-21T11:30:00Z'), 25.5);
    assert.equal(hoursBetween('2026-11-21T10:00:00Z', '2026-11-20T10:00:00Z'), -24);
  });
});

describe('hoursAfter', () => {
  test('gives the instant so many hours on, or back', () => {
    assert.equal(hoursAfter('2026-11-20T10:00:00Z', 25.5), '2026-11-21T11:30:00Z');
    assert.equal(hoursAfter('2026-11-20T10:00:00Z', -24), '2026-11-19T10:00:00Z');
  });
});
