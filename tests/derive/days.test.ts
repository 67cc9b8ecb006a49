import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { groupByDay } from '../../src/derive/days.ts';
import type { Entry } from '../../src/derive/entry.ts';
import { aProject, aRelease, entriesOf } from '../build-release.ts';

/** So many releases of one project on a day of November 2026, an hour apart, newest first. */
function onDay(day: number, count: number, id = 'tool'): Entry[] {
  const releases = Array.from({ length: count }, (_, hour) => {
    const publishedAt = `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:30:00Z`;
    return aRelease({ version: `1.${day}.${hour}`, publishedAt, seenAt: publishedAt });
  });
  return entriesOf(releases, aProject({ id }));
}

/** Each day as its items: the version, and how many others it stands for. */
function shown(entries: readonly Entry[]): Record<string, string[]> {
  const days = groupByDay(entries).map(({ day, items }): [string, string[]] => [
    day,
    items.map(({ entry, others }) =>
      others.length === 0 ? entry.version : `${entry.version} +${others.length}`,
    ),
  ]);
  return Object.fromEntries(days);
}

describe('the feed by day', () => {
  test('is by UTC day, newest first', () => {
    assert.deepEqual(Object.entries(shown([...onDay(3, 1), ...onDay(2, 2), ...onDay(1, 1)])), [
      ['2026-11-03', ['1.3.0']],
      ['2026-11-02', ['1.2.1', '1.2.0']],
      ['2026-11-01', ['1.1.0']],
    ]);
  });

  test('shows three releases of a project on one day, and folds four', () => {
    assert.deepEqual(shown(onDay(1, 3)), { '2026-11-01': ['1.1.2', '1.1.1', '1.1.0'] });
    assert.deepEqual(shown(onDay(1, 4)), { '2026-11-01': ['1.1.3 +3'] });
  });

  test('folds by day and by project', () => {
    const entries = [...onDay(2, 2), ...onDay(1, 2)];
    assert.equal(Object.values(shown(entries)).flat().length, 4);
    const [a = [], b = []] = [onDay(1, 4, 'a'), onDay(1, 2, 'b')];
    const mixed = [a[0], b[0], ...a.slice(1), b[1]].filter((entry) => entry !== undefined);
    assert.deepEqual(shown(mixed), { '2026-11-01': ['1.1.3 +3', '1.1.1', '1.1.0'] });
  });

  test('keeps the folded ones, newest first', () => {
    const [day] = groupByDay(onDay(1, 5));
    assert.deepEqual(
      day?.items[0]?.others.map(({ version }) => version),
      ['1.1.3', '1.1.2', '1.1.1', '1.1.0'],
    );
  });

  test('of nothing is empty', () => assert.deepEqual(groupByDay([]), []));
});
