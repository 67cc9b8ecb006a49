import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sparkline } from '../../../src/derive/charts/sparkline.ts';

const weeks = (...counts: readonly number[]) =>
  counts.map((stable) => ({ monday: '2026-11-02', stable, prereleases: 1 }));

/** The heights that a path goes through. */
function heights(path: string): number[] {
  const points = [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
  return [...new Set(points)].sort((a, b) => a - b);
}

describe('a sparkline', () => {
  test('of no releases lies on the ground', () => {
    const { line, height } = sparkline([0, 0, 0].map((stable) => ({ monday: '', stable, prereleases: 0 })));
    assert.deepEqual(heights(line), [height - 1]);
  });

  test('is drawn against its own highest week, pre-releases too', () => {
    assert.deepEqual(heights(sparkline(weeks(-1, 1, 3)).line), [2, 16.5, 31]);
    assert.equal(sparkline(weeks(1, 5)).line, sparkline(weeks(9, 29)).line);
  });

  test('has an area that ends on the ground', () => {
    assert.match(sparkline(weeks(-1, 3)).area, /,31(?:L[\d.]+,31)*Z$/);
  });
});
