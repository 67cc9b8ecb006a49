import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { latencyOf, percentile } from '../../src/derive/latency.ts';
import { aRecord, aRelease, hoursLater } from '../build-release.ts';

const AS_OF = hoursLater(100 * 24);

/** A release published and seen so many hours after the import. */
function seen(published: number | undefined, at: number) {
  return aRelease({
    publishedAt: published === undefined ? undefined : hoursLater(published),
    seenAt: hoursLater(at),
  });
}

describe('a nearest-rank percentile', () => {
  for (const [numbers, percent, expected] of [
    [[], 50, undefined],
    [[7], 50, 7],
    [[7], 95, 7],
    [[1, 2], 50, 1],
    [[1, 2, 3], 50, 2],
    [[1, 2, 3, 4], 50, 2],
    // The example of https://en.wikipedia.org/wiki/Percentile#Worked_examples_of_the_nearest-rank_method
    [[15, 20, 35, 40, 50], 5, 15],
    [[15, 20, 35, 40, 50], 30, 20],
    [[15, 20, 35, 40, 50], 40, 20],
    [[15, 20, 35, 40, 50], 100, 50],
    [Array.from({ length: 20 }, (_, n) => n + 1), 95, 19],
    [Array.from({ length: 21 }, (_, n) => n + 1), 95, 20],
  ] as const) {
    test(`${percent} of ${numbers.join(' ')}`, () => assert.equal(percentile(numbers, percent), expected));
  }
});

describe('latency', () => {
  for (const [name, release, expected] of [
    ['is from publication to sight', seen(500, 502), 2],
    ['may be nothing', seen(500, 500), 0],
    ['is not that of what was there at the import', seen(-5, 0), undefined],
    ['is not that of what was out before the import', seen(-1, 500), undefined],
    ['is that of what came out in the moment of the import', seen(0, 500), 500],
    ['is not known without a date', seen(undefined, 500), undefined],
    ['is not below nothing', seen(501, 500), undefined],
    ['is that of 90 days ago', seen(239, 240), 1],
    ['is not that of more than 90 days ago', seen(238, 239), undefined],
    ['is not that of days to come', seen(2400, 2401), undefined],
  ] as const) {
    test(name, () => {
      const { samples, p50, p95 } = latencyOf([aRecord({ releases: [release] })], AS_OF);
      assert.deepEqual([samples, p50, p95], [expected === undefined ? 0 : 1, expected, expected]);
    });
  }

  test('is over all packages, sorted by number', () => {
    const records = [10, 2, 9, 100].map((hours) => aRecord({ releases: [seen(500, 500 + hours)] }));
    assert.deepEqual(latencyOf(records, AS_OF), { samples: 4, p50: 9, p95: 100 });
  });
});
