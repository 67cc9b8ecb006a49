import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Fetched } from '../../../src/sources/source.ts';
import { listingsOf, playScene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { commitOf, makeProject, makeRelease } from '../../upstream/gitlab-project.ts';
import type { Fault } from '../../upstream/upstream.ts';
import { heldOf, PURL, settingOf } from './gitlab-scene.ts';

const PROJECT = '/api/v4/projects/acme%2Ftool';
const REF = commitOf(2);
const TREE = `GET ${PROJECT}/repository/tree?per_page=100&ref=${REF}`;
const RAW = `GET ${PROJECT}/repository/files/CHANGELOG.md/raw?ref=${REF}`;

const NO_NOTES = { description: null, name: null };
const RELEASES = [makeRelease('v2.0', 2, NO_NOTES), makeRelease('v1.0', 1, NO_NOTES)];
const TEXT = '## 2.0\r\n\r\ntwo\r\n\r\n## 1.0\r\n\r\none\r\n';

function notesOf(fetched: Fetched) {
  return listingsOf(fetched).releases.map(({ notes, notesFrom }) => [notes, notesFrom]);
}

describe('the changelog of a GitLab project', () => {
  test('is found among all files of the root folder, past links and folders, and read once', async () => {
    const others = Array.from({ length: 150 }, (_, index) => [`a${index}.c`, '']);
    const files = { [REF]: { ...Object.fromEntries(others), 'CHANGELOG.md': TEXT } };
    const project = makeProject('acme/tool', { releases: RELEASES, files });
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(notesOf(fetched), [
        ['two', 'changelog'],
        ['one', 'changelog'],
      ]);
      assert.deepEqual(asked.slice(2), [TREE, `${TREE}&page=2`, RAW]);

      project.releases = [makeRelease('v3.0', 3), ...RELEASES];
      const later = await lookUp(PURL, { held: heldOf(fetched) });
      assert.equal(later.asked.length, 2, 'what we hold of it is enough');
      assert.deepEqual(notesOf(later.fetched).slice(1), [
        [undefined, undefined],
        [undefined, undefined],
      ]);
    });
  });

  test('of a private project is read with the same token', async () => {
    const project = makeProject('acme/tool', {
      releases: RELEASES,
      files: { [REF]: { 'CHANGELOG.md': TEXT } },
    });
    const setting = {
      ...settingOf([project], { token: 'x' }),
      world: (upstream: Parameters<typeof worldAt>[0]) =>
        worldAt(upstream, { homes: { 'https://gitlab.com': '' }, credential: { token: 'x' } }),
    };
    await playScene(setting, async ({ lookUp }) => {
      assert.deepEqual(notesOf((await lookUp(PURL)).fetched)[1], ['one', 'changelog']);
    });
  });

  test('is not read where it is beyond measure', async () => {
    const files = { [REF]: { 'CHANGELOG.md': TEXT + ' '.repeat(4 * 1024 * 1024) } };
    const project = makeProject('acme/tool', { releases: RELEASES, files });
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases[0]?.notes, dropped], ['', 0]);
    });
  });

  test('is no link, and no folder', async () => {
    const project = makeProject('acme/tool', { releases: RELEASES, files: { [REF]: {} } });
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(asked.slice(2), [TREE]);
      assert.equal(listingsOf(fetched).dropped, 0);
    });
  });

  for (const [name, fault, isTriedAgain] of [
    ['down', { status: 503 }, true],
    ['not shown', { status: 404 }, false],
    ['no list', { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }, false],
    ['cut off', 'truncate', true],
  ] satisfies [string, Fault, boolean][]) {
    test(`that is ${name} costs notes alone${isTriedAgain ? ', and is tried again' : ''}`, async () => {
      let isDown = true;
      const files = { [REF]: { 'CHANGELOG.md': TEXT } };
      const project = makeProject('acme/tool', { releases: RELEASES, files });
      const setting = {
        ...settingOf([project]),
        fault: ({ path }: { path: string }) => (isDown && path.endsWith('/tree') ? fault : undefined),
      };
      await playScene(setting, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        const { releases, complete, dropped } = listingsOf(fetched);
        assert.deepEqual([releases.length, complete, dropped], [2, true, 0]);
        isDown = false;
        const again = await lookUp(PURL, { held: heldOf(fetched) });
        if (!isTriedAgain) return assert.equal(again.fetched.status, 'unchanged');
        assert.deepEqual(notesOf(again.fetched), [
          ['two', 'changelog'],
          ['one', 'changelog'],
        ]);
      });
    });
  }
});
