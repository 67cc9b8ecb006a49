import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { HELD, listingsOf, playScene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makeRelease, makeRepository, makeTag } from '../../upstream/gitea-repository.ts';
import { commitOf } from '../../upstream/gitlab-project.ts';
import { heldOf, PURL, settingOf, versionsOf } from './gitea-scene.ts';

const REPOSITORY = '/api/v1/repos/acme/tool';
const pageOf = (list: string, size: number, page = 1) =>
  `GET ${REPOSITORY}/${list}limit=${size}&per_page=${size}&page=${page}`;
const RELEASES = 'releases?draft=false&';
const TAGS = 'tags?';

function many(count: number, make: (tag: string, number: number) => unknown): unknown[] {
  return Array.from({ length: count }, (_, index) => make(`v1.${count - index}`, 1 + ((count - index) % 28)));
}

describe('what looking at a Gitea repository costs', () => {
  test('a first import, and a look that finds nothing new', async () => {
    const repository = makeRepository('acme/tool');
    await playScene(settingOf([repository]), async ({ lookUp, asked: all }) => {
      const { fetched, asked } = await lookUp(PURL);
      const { upstream, complete, dropped } = listingsOf(fetched);
      assert.deepEqual(asked, [pageOf(RELEASES, 20), `GET ${REPOSITORY}`]);
      assert.deepEqual(versionsOf(fetched), ['v1.1.0', 'v1.0.1', 'v1.0.0']);
      assert.deepEqual([upstream.id, upstream.name, complete, dropped], ['42', 'acme/tool', true, 0]);

      const more = { author: { login: 'ada', followers_count: 99 } };
      repository.releases = [
        makeRelease('v1.1.0', 3, more),
        makeRelease('v1.0.1', 2, more),
        makeRelease('v1.0.0', 1, more),
      ];
      const again = await lookUp(PURL, { held: heldOf(fetched) });
      assert.equal(again.fetched.status, 'unchanged', 'a counter is no change');
      assert.deepEqual(again.asked, [pageOf(RELEASES, 20)]);
      assert.equal(all.at(-1)?.headers['if-none-match'], undefined);
    });
  });

  test('an old release that was deleted changes the total, though not the first page', async () => {
    const repository = makeRepository('acme/tool', { releases: many(25, makeRelease) });
    await playScene(settingOf([repository]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      repository.releases = repository.releases.slice(0, -1);
      const again = await lookUp(PURL, { held: heldOf(fetched) });
      assert.equal(versionsOf(again.fetched).length, 24);
    });
  });

  for (const tells of ['link', 'total', 'nothing'] as const) {
    test(`all pages are read of a server that tells of more by ${tells}, and gives less than is asked for`, async () => {
      const repository = makeRepository('acme/tool', { releases: many(75, makeRelease) });
      const options = { tells, largestPage: 30, externalUrl: 'http://foreign.example' };
      await playScene(settingOf([repository], options), async ({ lookUp }) => {
        const { fetched, asked } = await lookUp(PURL);
        assert.equal(new Set(versionsOf(fetched)).size, 75);
        assert.equal(listingsOf(fetched).complete, true);
        const last = tells === 'nothing' ? 4 : 3;
        const pages = Array.from({ length: last }, (_, index) => pageOf(RELEASES, 50, index + 1));
        assert.deepEqual(asked, [pageOf(RELEASES, 20), `GET ${REPOSITORY}`, ...pages]);
        assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'unchanged');
      });
    });
  }

  test('ten thousand tags are read', async () => {
    const repository = makeRepository('acme/tool', { releases: [], tags: many(10_000, makeTag) });
    await playScene(settingOf([repository], { largestPage: 30 }), async ({ lookUp }) => {
      assert.equal(versionsOf((await lookUp(PURL)).fetched).length, 10_000);
    });
  });

  test('where there are only tags, both lists are looked at', async () => {
    const repository = makeRepository('acme/tool', { releases: [], tags: [makeTag('v1', 1)] });
    await playScene(settingOf([repository]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual(versionsOf(fetched), ['v1']);
      const again = await lookUp(PURL, { held: heldOf(fetched) });
      assert.equal(again.fetched.status, 'unchanged');
      assert.deepEqual(again.asked, [pageOf(RELEASES, 20), pageOf(TAGS, 20)]);

      repository.tags = [makeTag('v2', 2), makeTag('v1', 1)];
      const tagged = await lookUp(PURL, { held: heldOf(fetched) });
      assert.deepEqual(versionsOf(tagged.fetched), ['v2', 'v1']);
      repository.releases = [makeRelease('v1', 1)];
      const released = await lookUp(PURL, { held: heldOf(tagged.fetched) });
      assert.deepEqual(
        listingsOf(released.fetched).releases.map(({ version, notesFrom }) => [version, notesFrom]),
        [
          ['v1', 'release'],
          ['v2', undefined],
        ],
      );
    });
  });

  test('drafts are not told of', async () => {
    const releases = [makeRelease('v2', 2, { draft: true }), makeRelease('v1', 1)];
    await playScene(settingOf([makeRepository('acme/tool', { releases })]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual([versionsOf(fetched), listingsOf(fetched).complete], [['v1'], true]);
    });
  });

  test('malformed elements are dropped and counted', async () => {
    const releases = [makeRelease('v2', 2), {}, makeRelease('v1', 1, { assets: 7 })];
    await playScene(settingOf([makeRepository('acme/tool', { releases })]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual([versionsOf(fetched), listingsOf(fetched).dropped], [['v2', 'v1'], 2]);
    });
  });
});

describe('a Gitea repository that moves, hides or turns things off', () => {
  test('keeps its number under a new name', async () => {
    const repository = makeRepository('acme/tool');
    await playScene(settingOf([repository]), async ({ lookUp }) => {
      const before = await lookUp(PURL);
      Object.assign(repository, { path: 'acme/gadget', former: ['acme/tool'] });
      const { upstream } = listingsOf((await lookUp(PURL, { held: heldOf(before.fetched) })).fetched);
      assert.deepEqual([upstream.id, upstream.name], ['42', 'acme/gadget']);
    });
  });

  test('has tags where releases are turned off', async () => {
    const document = { has_releases: false };
    const repository = makeRepository('acme/tool', { document, tags: [makeTag('v1', 1)] });
    await playScene(settingOf([repository], { off: { releases: 404 } }), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual(versionsOf(fetched), ['v1']);
      assert.equal((await lookUp(PURL, { held: heldOf(fetched) })).fetched.status, 'unchanged');
    });
  });

  test('is gone for whom it is not shown to, and the reason names the variable', async () => {
    await playScene(settingOf([makeRepository('acme/tool')], { token: 'x' }), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'gone');
      assert.match(fetched.reason, /if it is private, set TIDINGS_TOKEN_127_0_0_1___\d+ to a token/);
    });
  });

  test('has a name that stays one segment of the path', async () => {
    for (const name of ['a?b', 'a#b', 'a/../../user', 'a b', 'ä', '%25']) {
      const purl = `pkg:gitea/acme/${encodeURIComponent(name)}?repository_url=codeberg.org`;
      const path = `acme/${parsePackage(purl).name}`;
      await playScene(settingOf([]), async ({ lookUp, asked }) => {
        assert.equal((await lookUp(purl)).fetched.status, 'gone');
        const own = `/api/v1/repos/acme/${encodeURIComponent(name)}`;
        assert.ok(
          asked.every((request) => request.path.startsWith(own)),
          path,
        );
      });
    }
  });
});

describe('the changelog of a Gitea repository', () => {
  const tags = [makeTag('v2.0', 2), makeTag('v1.0', 1)];
  const text = '## 2.0\n\ntwo\n\n## 1.0\n\none\n';

  test('stands in for the notes of tags, and is no link and no folder', async () => {
    const files = { [commitOf(2)]: { 'ChangeLog.md': text, 'README.md': '' } };
    const repository = makeRepository('acme/tool', { releases: [], tags, files });
    await playScene(settingOf([repository]), async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(
        listingsOf(fetched).releases.map(({ notes, notesFrom }) => [notes, notesFrom]),
        [
          ['two', 'changelog'],
          ['one', 'changelog'],
        ],
      );
      assert.deepEqual(asked.slice(3), [
        `GET ${REPOSITORY}/contents?ref=${commitOf(2)}`,
        `GET ${REPOSITORY}/raw/ChangeLog.md?ref=${commitOf(2)}`,
      ]);
    });
  });

  test('of a private repository is read with the same token', async () => {
    const files = { [commitOf(2)]: { 'CHANGELOG.md': text } };
    const repository = makeRepository('acme/tool', { releases: [], tags, files });
    const setting = {
      ...settingOf([repository], { token: 'x' }),
      world: (upstream: Parameters<typeof worldAt>[0]) =>
        worldAt(upstream, { homes: { 'https://codeberg.org': '' }, credential: { token: 'x' } }),
    };
    await playScene(setting, async ({ lookUp }) => {
      assert.equal(listingsOf((await lookUp(PURL)).fetched).releases[1]?.notes, 'one');
    });
  });

  test('is not read where it is beyond measure', async () => {
    const files = { [commitOf(2)]: { 'CHANGELOG.md': text + ' '.repeat(4 * 1024 * 1024) } };
    const repository = makeRepository('acme/tool', { releases: [], tags, files });
    await playScene(settingOf([repository]), async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases[0]?.notes, dropped], ['', 0]);
    });
  });

  test('that is no list of files costs notes alone', async () => {
    const repository = makeRepository('acme/tool', { releases: [], tags });
    const body = { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' };
    const fault = ({ path }: { path: string }) => (path.endsWith('/contents') ? body : undefined);
    await playScene({ ...settingOf([repository]), fault }, async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases.length, dropped], [2, 0]);
    });
  });
});
