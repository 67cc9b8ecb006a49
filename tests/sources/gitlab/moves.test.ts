import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mergeListings } from '../../../src/store/merge.ts';
import { listingsOf, playScene } from '../../contract/scene.ts';
import { commitOf, makeProject, makeRelease, makeTag } from '../../upstream/gitlab-project.ts';
import { heldOf, PURL, settingOf, versionsOf } from './gitlab-scene.ts';

const RULES = { since: undefined, isRolling: () => false };
const DAYS = ['2026-02-01T00:00:00Z', '2026-02-03T00:00:00Z', '2026-02-05T00:00:00Z'] as const;

describe('a GitLab project that moves', () => {
  test('keeps its number under a new path', async () => {
    const project = makeProject('acme/tool');
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const before = await lookUp(PURL);
      Object.assign(project, { path: 'acme/gadget', former: ['acme/tool'] });
      const after = await lookUp(PURL, { held: heldOf(before.fetched) });
      const { upstream, complete } = listingsOf(after.fetched);
      assert.deepEqual([upstream.id, upstream.name, complete], ['42', 'acme/gadget', true]);
      const again = await lookUp(PURL, { held: heldOf(after.fetched) });
      assert.equal(again.fetched.status, 'unchanged');
      assert.equal(again.asked.length, 2, 'the redirect and its target');
    });
  });

  test('is told from another one that took its name', async () => {
    const project = makeProject('acme/tool');
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      Object.assign(project, { id: 99, releases: [makeRelease('v9', 9)] });
      const held = { package: PURL, importedAt: DAYS[0], since: undefined, ...heldOf(fetched) };
      const after = await lookUp(PURL, { held });
      const merged = mergeListings(
        PURL,
        { ...held, releases: [...held.releases] },
        listingsOf(after.fetched),
        {
          ...RULES,
          at: DAYS[1],
        },
      );
      assert.ok(merged.status === 'refused' && merged.kind === 'identity');
    });
  });
});

describe('a GitLab project that begins to publish releases', () => {
  const tags = ['v1.4', 'v1.3', 'v1.2', 'v1.1', 'v1.0'].map((tag, index) => makeTag(tag, 5 - index));
  const files = { [commitOf(5)]: { 'CHANGELOG.md': '# Log\n\n## 1.4\n\nfour\n\n## 1.3\n\nthree\n' } };

  test('keeps the tags that are still there, whatever their notes came from', async () => {
    const project = makeProject('acme/tool', { releases: [], tags, files });
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const first = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual(
        first.releases.map(({ notesFrom }) => notesFrom),
        ['changelog', 'changelog', 'tag', 'tag', 'tag'],
      );
      const imported = mergeListings(PURL, undefined, first, { ...RULES, at: DAYS[0] });
      assert.ok(imported.status === 'merged');

      project.releases = [makeRelease('v2', 9)];
      project.tags = [makeTag('v2', 9, { release: {} }), ...tags.filter(({ name }) => name !== 'v1.3')];
      const second = listingsOf((await lookUp(PURL, { held: imported.record })).fetched);
      assert.deepEqual(
        second.releases.map(({ version, notes, notesFrom }) => [version, notes, notesFrom]),
        [
          ['v2', '- What v2 brings\r\n- and more', 'release'],
          ...['v1.4', 'v1.2', 'v1.1', 'v1.0'].map((version) => [version, undefined, undefined]),
        ],
      );
      const merged = mergeListings(PURL, imported.record, second, { ...RULES, at: DAYS[1] });
      assert.ok(merged.status === 'merged');
      assert.deepEqual(
        merged.changes.map(({ kind, version }) => [kind, version]),
        [['published', 'v2']],
      );
      const missing = merged.record.releases.filter(({ missingSince }) => missingSince !== undefined);
      assert.deepEqual(
        missing.map(({ version }) => version),
        ['v1.3'],
      );
    });
  });

  test('is not complete where its tags are not shown any more', async () => {
    const project = makeProject('acme/tool');
    await playScene(settingOf([project], { off: { 'repository/tags': 403 } }), async ({ lookUp }) => {
      const held = { upstream: {}, releases: [{ version: 'v0', seenAt: DAYS[0] }] };
      const { releases, complete } = listingsOf((await lookUp(PURL, { held })).fetched);
      assert.deepEqual([releases.length, complete], [3, false]);
    });
  });

  test('loses a release that was deleted, though its tag stays', async () => {
    const releases = [makeRelease('v2', 2), makeRelease('v1', 1)];
    const project = makeProject('acme/tool', { releases, tags: [makeTag('v2', 2), makeTag('v1', 1)] });
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      project.releases = releases.slice(0, 1);
      const later = await lookUp(PURL, { held: heldOf(fetched) });
      assert.deepEqual(versionsOf(later.fetched), ['v2']);
      assert.ok(later.asked.every((request) => !request.includes('/tags')));
    });
  });
});

describe('a GitLab project that has a list turned off', () => {
  const document = { releases_access_level: 'disabled' };

  test('has tags where its owner says that there are no releases', async () => {
    const project = makeProject('acme/tool', { document, tags: [makeTag('v1', 1)] });
    await playScene(settingOf([project], { off: { releases: 403 } }), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual(versionsOf(fetched), ['v1']);
      assert.equal((await lookUp(PURL, { held: heldOf(fetched) })).fetched.status, 'unchanged');
    });
  });

  test('fails where releases are refused for any other reason', async () => {
    await playScene(settingOf([makeProject('acme/tool')], { off: { releases: 403 } }), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'failed' && fetched.error.status === 403);
      assert.match(fetched.error.remedy ?? '', /TIDINGS_TOKEN_127_0_0_1/);
    });
  });

  test('is not complete where its tags are refused', async () => {
    const project = makeProject('acme/tool', { releases: [] });
    await playScene(settingOf([project], { off: { 'repository/tags': 404 } }), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual([versionsOf(fetched), listingsOf(fetched).complete], [[], false]);
    });
  });
});
