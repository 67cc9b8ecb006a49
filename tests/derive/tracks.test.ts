import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Project } from '../../src/core/project.ts';
import { tracksOf } from '../../src/derive/tracks.ts';
import { aProject, aRelease, entriesOf } from '../build-release.ts';

/** Releases in the order in which they came out, a day apart: the tracks in words. */
function tracks(versions: readonly string[], project: Partial<Project> = {}): string[] {
  const releases = versions.map((version, day) =>
    aRelease({
      version,
      publishedAt: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().replace('.000', ''),
    }),
  );
  return tracksOf(entriesOf(releases, aProject(project))).map(
    ({ name, latest, isKept }) => `${name}: ${latest.version}${isKept ? '' : ', ended'}`,
  );
}

describe('tracks', () => {
  test('are majors, highest first', () => {
    assert.deepEqual(tracks(['1.0.0', '1.1.0', '2.0.0', '2.1.0']), ['2: 2.1.0', '1: 1.1.0, ended']);
  });

  test('a major that got a release after the next one began is kept', () => {
    const versions = ['20.0.0', '22.0.0', '20.1.0', '24.0.0', '22.1.0', '24.1.0'];
    assert.deepEqual(tracks(versions), ['24: 24.1.0', '22: 22.1.0', '20: 20.1.0']);
  });

  test('are minors where a project goes on with older ones', () => {
    const versions = ['1.32.0', '1.33.0', '1.32.1', '1.33.1', '1.34.0', '1.33.2', '1.34.1'];
    assert.deepEqual(tracks(versions), ['1.34: 1.34.1', '1.33: 1.33.2', '1.32: 1.32.1']);
  });

  test('where dates are out of order, nothing goes on', () => {
    assert.deepEqual(tracks(['1.9.0', '2.0.0', '1.0.0']), ['2: 2.0.0', '1: 1.9.0, ended']);
    assert.deepEqual(tracks(['1.0.9', '1.1.9', '1.2.0', '1.0.0', '1.0.1', '1.1.0']), ['1: 1.2.0']);
  });

  test('one late patch is no habit', () => {
    assert.deepEqual(tracks(['1.0.0', '1.1.0', '1.0.1', '1.2.0']), ['1: 1.2.0']);
  });

  test('pre-releases, yanked and unreadable versions make none', () => {
    assert.deepEqual(tracks(['1.0.0', '2.0.0-rc.1', 'nightly']), ['1: 1.0.0']);
  });

  test('numbers may be as large as they like', () => {
    const big = ['9007199254740993.0', '9007199254740992.0', '9007199254740992.1'];
    assert.deepEqual(tracks(big, { track: { scheme: 'loose' } }), [
      '9007199254740993: 9007199254740993.0',
      '9007199254740992: 9007199254740992.1',
    ]);
  });

  test('of nothing there are none', () => assert.deepEqual(tracks([]), []));
});
