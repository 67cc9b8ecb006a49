import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toStableRows } from '../../../src/derive/statistics/chart-rows.ts';
import { hoursToStable } from '../../../src/derive/statistics/hours-to-stable.ts';
import { statisticsOf } from '../../../src/derive/statistics/statistics.ts';
import { aProject, aRelease, entriesOf } from '../../build-release.ts';
import { counted } from './counted.ts';

/** Versions with the hour of October 2026 in which each came out. */
function hoursOf(versions: Readonly<Record<string, number>>, project = aProject()) {
  const releases = Object.entries(versions).map(([version, hour]) =>
    aRelease({ version, publishedAt: `${new Date(Date.UTC(2026, 9, 1, hour)).toISOString().slice(0, 19)}Z` }),
  );
  return hoursToStable(entriesOf(releases, project));
}

describe('the hours from a first pre-release to its stable version', () => {
  for (const [name, versions, expected] of [
    ['nothing', {}, []],
    ['no pre-release', { '1.0.0': 1 }, []],
    ['not out yet', { '2.0.0-rc.1': 1, '1.0.0': 2 }, []],
    ['the first of several', { '2.0.0-beta.1': 1, '2.0.0-rc.1': 9, '2.0.0': 25 }, [24]],
    [
      'of each version, in order',
      { '2.0.0-rc.1': 0, '2.0.0': 100, '2.1.0-rc.1': 110, '2.1.0': 119 },
      [9, 100],
    ],
    ['another version’s pre-release', { '2.0.0-rc.1': 1, '2.0.1': 9 }, []],
    ['a pre-release that came later', { '2.0.0': 1, '2.0.0-rc.1': 9 }, []],
    ['both at once', { '2.0.0-rc.1': 5, '2.0.0': 5 }, [0]],
  ] as const) {
    test(name, () => assert.deepEqual(hoursOf(versions), expected));
  }

  test('zeros at the end make no other version', () => {
    const project = aProject({ track: { scheme: 'pep440' } });
    assert.deepEqual(hoursOf({ '2.0rc1': 0, '2.0.0': 7 }, project), [7]);
  });
});

test('those come first that try most versions in public', () => {
  const tried = (id: string, versions: readonly string[]) =>
    counted(
      aProject({ id, name: id }),
      versions.map((version) => aRelease({ version })),
    );
  const projects = [
    tried('none', ['1.0.0']),
    tried('one', ['1.0.0-a', '1.0.0']),
    tried('two', ['1.0.0-a', '1.0.0', '2.0.0-a', '2.0.0']),
  ];
  const { projects: all } = statisticsOf({ projects, changes: [], asOf: '2026-11-27T00:00:00Z' });
  assert.deepEqual(
    toStableRows(all, (path) => `/${path}`).map(({ href, hours }) => [href, hours.length]),
    [
      ['/projects/two/', 2],
      ['/projects/one/', 1],
    ],
  );
});
