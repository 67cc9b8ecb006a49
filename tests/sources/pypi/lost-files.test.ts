import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Release } from '../../../src/core/release.ts';
import { listingsOf } from '../../contract/scene.ts';
import { makeProject } from '../../upstream/pypi.ts';
import { PURL, play } from './pypi-scene.ts';

const { files, ...rest } = makeProject('tool');
const WITHOUT_FIRST = { ...rest, files: files.filter(({ filename }) => !filename.includes('1.0')) };
const SINCE = '2024-01-02T00:00:00Z';

function holding(...versions: readonly string[]) {
  const releases = versions.map(
    (version): Release => ({ version, publishedAt: '2024-01-01T00:00:00Z', seenAt: '2030-01-01T00:00:00Z' }),
  );
  return { upstream: { name: 'tool' }, releases };
}

describe('a version whose files are gone', () => {
  for (const [name, more, isListed] of [
    ['is listed on a first import', {}, true],
    ['is listed where it is held', { held: holding('1.0') }, true],
    ['is no news: a new one has files', { held: holding('1.1') }, false],
    ['is too old on a first import of what is young', { since: SINCE }, false],
  ] as const) {
    test(name, () =>
      play({ project: WITHOUT_FIRST }, async ({ lookUp }) => {
        const { releases, complete } = listingsOf((await lookUp(PURL, { ...more, fresh: true })).fetched);
        assert.deepEqual([releases.some(({ version }) => version === '1.0'), complete], [isListed, true]);
      }),
    );
  }

  for (const [name, filename] of [
    ['cannot be read', 7],
    ['are of no version that we know', 'other.dmg'],
  ] as const) {
    test(`may be a new one where the names of files ${name}`, () => {
      const broken = files.map((file) =>
        file.filename.includes('1.0') ? { ...file, element: { filename } } : file,
      );
      return play({ project: { ...rest, files: broken } }, async ({ lookUp }) => {
        const { releases } = listingsOf((await lookUp(PURL, { held: holding('1.1'), fresh: true })).fetched);
        assert.ok(releases.some(({ version }) => version === '1.0'));
      });
    });
  }

  test('says nothing of yanks: it would seem to be unyanked', () =>
    play({ project: WITHOUT_FIRST }, async ({ lookUp }) => {
      const { releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases[0]?.version, releases[0]?.yanked], ['1.0', undefined]);
    }));
});

describe('a version that lost some of its files', () => {
  test('came out when it did', () => {
    const later = files.map((file) => ({ ...file, uploadedAt: '2024-06-01T00:00:00Z' }));
    return play({ project: { ...rest, files: later } }, async ({ lookUp }) => {
      const { releases } = listingsOf((await lookUp(PURL, { held: holding('1.0'), fresh: true })).fetched);
      assert.deepEqual(
        releases.map(({ publishedAt }) => publishedAt),
        ['2024-01-01T00:00:00Z', '2024-06-01T00:00:00Z', '2024-06-01T00:00:00Z'],
      );
    });
  });

  test('says nothing of its files where one cannot be read: it would seem to be removed', () => {
    const [wheel, ...others] = files;
    assert.ok(wheel);
    const broken = [{ ...wheel, element: { filename: 7 } }, ...others];
    return play({ project: { ...rest, files: broken } }, async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases[0]?.assets, releases[0]?.yanked, dropped], [undefined, undefined, 1]);
    });
  });

  test('is yanked for all that can be read', () => {
    const [wheel, ...others] = files.map((file) => ({ ...file, yanked: 'broken' }));
    assert.ok(wheel);
    const broken = [{ ...wheel, element: { filename: 7 } }, ...others];
    return play({ project: { ...rest, files: broken } }, async ({ lookUp }) => {
      assert.equal(listingsOf((await lookUp(PURL)).fetched).releases[0]?.yanked, 'broken');
    });
  });
});

test('where files alone are listed, a version keeps its name whichever file comes first', () => {
  const names = ['tool-1.0-beta.tar.gz', 'tool-1.0b0-py3-none-any.whl'];
  const versionsOf = async (all: readonly string[]) => {
    let versions: string[] = [];
    const project = { files: all.map((filename) => ({ filename })) };
    await play({ project, options: { kind: 'html' } }, async ({ lookUp }) => {
      versions = listingsOf((await lookUp(PURL)).fetched).releases.map(({ version }) => version);
    });
    return versions;
  };
  return Promise.all([versionsOf(names), versionsOf(names.toReversed())]).then((both) =>
    assert.deepEqual(both, [['1.0b0'], ['1.0b0']]),
  );
});

test('half a character is part of no version and no file', () => {
  const project = {
    versions: [...rest.versions, '2.0\ud800'],
    files: [...files, { filename: 'tool-3.0\ud800.zip' }],
  };
  return play({ project }, async ({ lookUp }) => {
    const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
    assert.deepEqual([releases.map(({ version }) => version), dropped], [['1.0', '1.1', '1.2'], 2]);
  });
});
