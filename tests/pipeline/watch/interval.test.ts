import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { askingInterval } from '../../../src/pipeline/watch/interval.ts';
import { hoursAgo, NOW } from './a-package.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

describe('minutes from one question to the next, with a round an hour', () => {
  const rows: readonly [string, number | undefined, number][] = [
    ['never read', undefined, HOUR],
    ['released in the future, by its own word', -48, HOUR],
    ['released just now', 0, HOUR],
    ['released a day ago', 24, HOUR],
    ['silent for two days', 48, HOUR],
    ['silent for four days', 4 * 24, 2 * HOUR],
    ['silent for 24 days', 24 * 24, 12 * HOUR],
    ['silent for 48 days', 48 * 24, DAY],
    ['silent for a year', 365 * 24, DAY],
  ];
  for (const [name, hours, minutes] of rows) {
    test(`${name}: ${minutes}`, () => {
      const newestAt = hours === undefined ? undefined : hoursAgo(hours);
      assert.equal(askingInterval({ newestAt, waits: false }, 0, NOW, HOUR), minutes);
    });
  }

  test('something waits for a second look: every round, however silent', () => {
    assert.equal(askingInterval({ newestAt: hoursAgo(9999), waits: true }, 0, NOW, HOUR), HOUR);
  });

  const failures: readonly [number, number][] = [
    [1, 2 * HOUR],
    [2, 4 * HOUR],
    [3, 6 * HOUR],
    [4, 6 * HOUR],
    [5000, 6 * HOUR],
  ];
  for (const [count, minutes] of failures) {
    test(`${count} failures in a row: ${minutes}, fresh, quiet or never read`, () => {
      for (const newestAt of [hoursAgo(1), hoursAgo(9999), undefined]) {
        assert.equal(askingInterval({ newestAt, waits: true }, count, NOW, HOUR), minutes);
      }
    });
  }

  test('never more often than there are rounds', () => {
    for (const every of [1, 59, 2 * DAY]) {
      for (const failing of [0, 1, 9]) {
        for (const hours of [0, 100, 9999]) {
          const known = { newestAt: hoursAgo(hours), waits: false };
          assert.ok(askingInterval(known, failing, NOW, every) >= every);
        }
      }
    }
  });
});
