import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HELD, listingsOf, playScene } from '../../contract/scene.ts';
import { commitOf, makeProject, makeRelease, makeTag } from '../../upstream/gitlab-project.ts';
import { heldOf, PURL, settingOf, versionsOf } from './gitlab-scene.ts';

const PROJECT = '/api/v4/projects/acme%2Ftool';
const RELEASES = `GET ${PROJECT}/releases?order_by=released_at&sort=desc&per_page=`;
const TAGS = `GET ${PROJECT}/repository/tags?order_by=updated&sort=desc&per_page=`;
const DOCUMENT = `GET ${PROJECT}?license=true`;

function many(count: number, make: (tag: string, number: number) => unknown): unknown[] {
  return Array.from({ length: count }, (_, index) => make(`v1.0.${count - index}`, count - index));
}

describe('what looking at a GitLab project costs', () => {
  test('a first import, and a look that finds nothing new', async () => {
    await playScene(settingOf([makeProject('acme/tool')]), async ({ lookUp, asked: all }) => {
      const { fetched, asked } = await lookUp(PURL);
      const { upstream, complete, dropped } = listingsOf(fetched);
      assert.deepEqual(asked, [`${RELEASES}20`, DOCUMENT]);
      assert.deepEqual(versionsOf(fetched), ['v1.1.0', 'v1.0.1', 'v1.0.0']);
      assert.deepEqual([complete, dropped], [true, 0]);
      assert.deepEqual([upstream.id, upstream.name, upstream.license], ['42', 'acme/tool', 'MIT License']);

      const again = await lookUp(PURL, { held: heldOf(fetched) });
      assert.equal(again.fetched.status, 'unchanged');
      assert.deepEqual(again.asked, [`${RELEASES}20`]);
      assert.match(all.at(-1)?.headers['if-none-match'] ?? '', /^W\/"/);
    });
  });

  test('all pages are read, of releases and of tags', async () => {
    const released = makeProject('acme/tool', { releases: many(250, makeRelease) });
    const tagged = makeProject('acme/tool', { releases: [], tags: many(120, makeTag) });
    await playScene(settingOf([released]), async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.equal(versionsOf(fetched).length, 250);
      const pages = ['20', '100', '100&page=2', '100&page=3'].map((page) => RELEASES + page);
      assert.deepEqual(asked, [pages[0], DOCUMENT, ...pages.slice(1)]);
      assert.equal((await lookUp(PURL, { held: HELD })).asked.length, 1);
    });
    await playScene(settingOf([tagged]), async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.equal(versionsOf(fetched).length, 120);
      const pages = ['20', '100', '100&page=2'].map((page) => TAGS + page);
      const tree = `GET ${PROJECT}/repository/tree?per_page=100&ref=${commitOf(120)}`;
      assert.deepEqual(asked, [`${RELEASES}20`, DOCUMENT, ...pages, tree]);
      assert.deepEqual((await lookUp(PURL, { held: heldOf(fetched) })).asked, [`${TAGS}20`]);
    });
  });

  for (const [name, change, status] of [
    [
      'an author’s new picture',
      () => [makeRelease('v1.0.0', 1, { author: { username: 'ada', id: 5 } })],
      'unchanged',
    ],
    ['edited notes', () => [makeRelease('v1.0.0', 1, { description: 'new' })], 'listed'],
    ['a new release', () => [makeRelease('v2', 9), makeRelease('v1.0.0', 1)], 'listed'],
    ['a tag that moved', () => [makeRelease('v1.0.0', 1, { commit: { id: commitOf(9) } })], 'listed'],
  ] as const) {
    test(`${name}: ${status}`, async () => {
      const project = makeProject('acme/tool', { releases: [makeRelease('v1.0.0', 1)] });
      await playScene(settingOf([project]), async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        project.releases = change();
        const again = await lookUp(PURL, { held: heldOf(fetched) });
        assert.equal(again.fetched.status, status);
        assert.equal(again.asked.length, status === 'unchanged' ? 1 : 2);
      });
    });
  }

  test('an old release that was deleted changes the total, though not the first page', async () => {
    const project = makeProject('acme/tool', { releases: many(25, makeRelease) });
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      project.releases = project.releases.slice(0, -1);
      const again = await lookUp(PURL, { held: heldOf(fetched) });
      assert.equal(versionsOf(again.fetched).length, 24);
      assert.deepEqual(again.asked, [`${RELEASES}20`, `${RELEASES}20`, DOCUMENT, `${RELEASES}100`]);
    });
  });

  test('a release for one of the newest tags is seen where there were only tags', async () => {
    const project = makeProject('acme/tool', { releases: [], tags: [makeTag('v1.0.0', 1)] });
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      project.releases = [makeRelease('v1.0.0', 1)];
      project.tags = [makeTag('v1.0.0', 1, { release: { tag_name: 'v1.0.0', description: 'x' } })];
      const again = await lookUp(PURL, { held: heldOf(fetched) });
      assert.deepEqual(
        listingsOf(again.fetched).releases.map(({ notesFrom }) => notesFrom),
        ['release'],
      );
    });
  });
});
