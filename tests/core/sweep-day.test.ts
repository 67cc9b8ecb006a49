import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isSweepDay, SWEEP_DAYS, sweepDay } from '../../src/core/sweep-day.ts';

const PURLS = Array.from({ length: 3000 }, (_, index) => `pkg:npm/p${index}`);
const day = (number: number) => `${new Date(number * 86_400_000).toISOString().slice(0, 11)}23:59:59Z`;

describe('the day of the deep sweep', () => {
  test('comes once in thirty days, whatever day one begins on', () => {
    for (const purl of PURLS.slice(0, 50)) {
      for (const start of [20_000, 20_017]) {
        const days = Array.from({ length: SWEEP_DAYS }, (_, index) => day(start + index));
        assert.equal(days.filter((at) => isSweepDay(purl, at)).length, 1, purl);
      }
    }
  });

  test('is another one for other packages, so that each day has its share', () => {
    const counts = Map.groupBy(PURLS, sweepDay);
    assert.equal(counts.size, SWEEP_DAYS);
    for (const ofDay of counts.values())
      assert.ok(ofDay.length > 60 && ofDay.length < 140, `${ofDay.length}`);
  });

  test('never changes', () => assert.deepEqual(PURLS.slice(0, 4).map(sweepDay), [29, 21, 6, 28]));
});
