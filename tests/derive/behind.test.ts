import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Project } from '../../src/core/project.ts';
import type { Release } from '../../src/core/release.ts';
import { type Behind, behind } from '../../src/derive/behind.ts';
import { aProject, aRelease, entriesOf, IMPORTED } from '../build-release.ts';

type Told = Partial<Release> & { version: string };

/** Releases that came out ten days apart, in this order. */
function stand(
  used: string,
  releases: readonly (string | Told)[],
  project: Partial<Project> = {},
): Omit<Behind, 'entry' | 'onTrack' | 'latest' | 'between'> & Record<string, unknown> {
  const made = releases.map((told, index) =>
    aRelease({
      publishedAt: new Date(Date.UTC(2026, 0, 1 + 10 * index)).toISOString().replace('.000', ''),
      ...(typeof told === 'string' ? { version: told } : told),
    }),
  );
  const entries = entriesOf(made, aProject(project));
  const found = behind(entries, used);
  return {
    ...found,
    entry: found.entry?.version,
    onTrack: found.onTrack?.version,
    latest: found.latest?.version,
    between: found.between.map(({ version }) => version).join(' '),
  };
}

const MAJORS = ['1.0.0', '1.1.0', '2.0.0', '1.2.0', '2.1.0'];

describe('a version in use', () => {
  test('is behind by releases, by days, on its track and overall', () => {
    assert.deepEqual(stand('1.1.0', MAJORS), {
      used: '1.1.0',
      state: 'behind',
      entry: '1.1.0',
      onTrack: '1.2.0',
      latest: '2.1.0',
      between: '1.2.0 2.0.0 2.1.0',
      days: 30,
    });
  });

  const CASES: readonly [string, string, readonly (string | Told)[], Record<string, unknown>][] = [
    ['is the latest', '2.1.0', MAJORS, { state: 'current', onTrack: undefined, between: '', days: 0 }],
    [
      'is the last of its track',
      '1.2.0',
      MAJORS,
      { state: 'behind', onTrack: undefined, between: '2.0.0 2.1.0' },
    ],
    [
      'is older than all that is held',
      '0.9.0',
      MAJORS,
      { state: 'behind', entry: undefined, days: undefined },
    ],
    [
      'is missing between two that are held',
      '1.1.5',
      MAJORS,
      { onTrack: '1.2.0', between: '1.2.0 2.0.0 2.1.0' },
    ],
    ['is above all', '3.0.0', MAJORS, { state: 'ahead', between: '', entry: undefined }],
    [
      'is a pre-release above all',
      '3.0.0-rc.1',
      [...MAJORS, '3.0.0-rc.1'],
      { state: 'ahead', entry: '3.0.0-rc.1' },
    ],
    [
      'is a pre-release below',
      '2.0.0-rc.1',
      ['1.0.0', '2.0.0-rc.1', '2.0.0'],
      { onTrack: '2.0.0', between: '2.0.0' },
    ],
    ['is no version', 'banana', MAJORS, { state: 'unreadable', latest: undefined }],
    ['is of nothing', '1.0.0', [], { state: 'unknown' }],
    ['is of pre-releases alone', '1.0.0-a', ['1.0.0-a', '1.0.0-b'], { state: 'unknown', entry: '1.0.0-a' }],
    ['is written with build metadata', '1.1.0+7', MAJORS, { entry: '1.1.0', between: '1.2.0 2.0.0 2.1.0' }],
    [
      'passes over what is yanked, withdrawn or no release yet',
      '1.0.0',
      [
        '1.0.0',
        { version: '1.1.0', yanked: 'broken' },
        { version: '1.2.0', withdrawnAt: IMPORTED },
        '1.3.0-rc.1',
        '1.4.0',
      ],
      { onTrack: '1.4.0', between: '1.4.0', days: 40 },
    ],
    [
      'came out after the latest',
      '1.3.0',
      ['2.0.0', '1.3.0'],
      { state: 'behind', between: '2.0.0', days: 0 },
    ],
    [
      'is named as the latest although a higher one is deprecated',
      '1.0.0',
      ['1.0.0', { version: '2.0.0', deprecated: 'go back' }],
      { state: 'current', between: '' },
    ],
  ];
  for (const [name, used, releases, expected] of CASES) {
    test(name, () => {
      const found = stand(used, releases);
      assert.deepEqual({ ...found, ...expected }, found);
    });
  }

  test('goes on where minors are tracks', () => {
    const versions = ['1.32.0', '1.33.0', '1.32.1', '1.33.1', '1.34.0', '1.33.2', '1.34.1'];
    const found = stand('1.33.0', versions);
    assert.deepEqual([found['onTrack'], found['between']], ['1.33.2', '1.33.1 1.33.2 1.34.0 1.34.1']);
  });

  test('is found under the name of its tag, and under that of its version', () => {
    const project = { package: parsePackage('pkg:github/acme/tool') };
    for (const used of ['v1.0.0', '1.0.0']) {
      const found = stand(used, ['v1.0.0', 'v1.1.0'], project);
      assert.deepEqual([found['entry'], found['onTrack'], found['days']], ['1.0.0', '1.1.0', 10]);
    }
  });

  test('is compared with its own variant alone', () => {
    const project = { package: parsePackage('pkg:maven/com.google.guava/guava') };
    const found = stand(
      '33.0.0-jre',
      ['33.0.0-jre', '33.0.0-android', '33.1.0-android', '33.1.0-jre'],
      project,
    );
    assert.equal(found['between'], '33.1.0-jre');
  });
});
