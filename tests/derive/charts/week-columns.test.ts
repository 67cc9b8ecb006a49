import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { monthsOf, weekColumns } from '../../../src/derive/charts/week-columns.ts';

const week = (stable: number, prereleases = 0) => ({ monday: '2026-11-02', stable, prereleases });
const columns = (path: string) => path.split('M').length - 1;

describe('columns of weeks', () => {
  test('nothing is drawn of a week without a release', () => {
    const { stable, prereleases } = weekColumns([week(0), week(2), week(0, 3)]);
    assert.deepEqual([columns(stable), columns(prereleases)], [1, 1]);
  });

  test('pre-releases stand on stable ones, and the highest column reaches the topmost line', () => {
    const { stable, prereleases, lines, height } = weekColumns([week(4, 4)]);
    assert.match(stable, new RegExp(`^M[\\d.]+ ${height}V84h`));
    assert.match(prereleases, /^M[\d.]+ 84V18h[\d.]+V84z$/);
    assert.deepEqual(lines.at(-1), { y: 18, label: '8' });
  });

  for (const [most, labels] of [
    [0, ['1']],
    [1, ['1']],
    [34, ['10', '20', '30', '40']],
    [3000, ['1,000', '2,000', '3,000']],
  ] as const) {
    test(`lines stand at whole numbers up to ${most}`, () => {
      assert.deepEqual(
        weekColumns([week(most)]).lines.map(({ label }) => label),
        labels,
      );
    });
  }

  test('months begin with their first Monday', () => {
    assert.deepEqual(monthsOf(['2026-10-26', '2026-11-02', '2026-11-09', '2026-12-07']), [
      { x: '25%', month: '2026-11' },
      { x: '75%', month: '2026-12' },
    ]);
  });
});
