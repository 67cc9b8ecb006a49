import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type GithubRepository, makeRelease, makeRepository, makeTag } from '../../upstream/github-data.ts';
import { remember, tally, withGithub } from './look-up.ts';

const HELD = { upstream: { id: 'R_held', name: 'held' }, releases: [] };

describe('1,000 repositories', () => {
  test('first and unchanged: 20 probes each, and nothing else for what did not move', async () => {
    const names = Array.from({ length: 1000 }, (_, number) => `acme/r${number}`);
    const repositories = names.map((name, number) =>
      number % 10 === 0 ? makeRepository(name, 0, { tags: [makeTag(name, 0)] }) : makeRepository(name, 1),
    );
    await withGithub(repositories, {}, async ({ lookUp, world, upstream, queries }) => {
      const first = await lookUp(names);
      assert.deepEqual(tally(first), { listed: 1000 });
      assert.equal(queries('fragment Probe').length, 20);
      assert.equal(upstream.asked.length, 20 + 90 + 10, 'details come ten repositories at a time');
      await remember(world, first);
      upstream.asked.length = 0;
      assert.deepEqual(tally(await lookUp(names, { held: HELD })), { unchanged: 1000 });
      assert.equal(upstream.asked.length, 20);
    });
  });
});

describe('a repository is read again', () => {
  const CHANGES: readonly [string, (repository: GithubRepository) => void][] = [
    ['after a new release', ({ releases }) => releases.push(makeRelease('acme/tool', 20))],
    [
      'after an old commit was released',
      ({ releases }) => releases.push(makeRelease('acme/tool', 20, { createdAt: '2020-01-01T00:00:00Z' })),
    ],
    ['after a release was deleted', ({ releases }) => releases.splice(0, 1)],
    ['after an edit', ({ releases }) => edit(releases[9], { updatedAt: '2026-01-01T00:00:00Z' })],
    ['after a promotion', ({ releases }) => edit(releases[9], { isPrerelease: true })],
    ['after a tag was renamed', ({ releases }) => edit(releases[9], { tag: 'v1.9.0-final' })],
    ['after it was made again under its tag', ({ releases }) => edit(releases[9], { id: 1 })],
    ['after it was archived', (repository) => edit(repository, { isArchived: true })],
    ['after its name is written otherwise', (repository) => edit(repository, { owner: 'Acme' })],
  ];
  for (const [when, change] of CHANGES) {
    test(when, async () => {
      const repository = makeRepository('acme/tool', 10);
      await withGithub([repository], {}, async ({ lookUp, list, world }) => {
        await remember(world, [await list('acme/tool')]);
        assert.deepEqual(tally(await lookUp(['acme/tool'], { held: HELD })), { unchanged: 1 });
        change(repository);
        const name = `${repository.owner}/${repository.name}`;
        assert.deepEqual(tally(await lookUp([name], { held: HELD })), { listed: 1 });
      });
    });
  }

  test('when older releases are wanted than before', async () => {
    await withGithub([makeRepository('acme/tool', 10)], {}, async ({ lookUp, list, world }) => {
      await remember(world, [await list('acme/tool', { since: '2024-01-05T00:00:00Z' })]);
      const all = await list('acme/tool', { held: HELD });
      assert.equal(all.listings.releases.length, 10);
      await remember(world, [all]);
      assert.deepEqual(tally(await lookUp(['acme/tool'], { held: HELD })), { unchanged: 1 });
    });
  });

  test('after a tag was added or moved, where it has no releases', async () => {
    const tags = [0, 1, 2].map((number) => makeTag('acme/tagged', number));
    await withGithub([makeRepository('acme/tagged', 0, { tags })], {}, async ({ lookUp, list, world }) => {
      await remember(world, [await list('acme/tagged')]);
      assert.deepEqual(tally(await lookUp(['acme/tagged'], { held: HELD })), { unchanged: 1 });
      edit(tags[2], { commit: 'f'.repeat(40) });
      await remember(world, [await list('acme/tagged', { held: HELD })]);
      tags.push(makeTag('acme/tagged', 3));
      assert.equal((await list('acme/tagged', { held: HELD })).listings.releases.length, 4);
    });
  });

  test('after its releases were all deleted: then its tags are listed', async () => {
    const repository = makeRepository('acme/tool', 3, { tags: [makeTag('acme/tool', 0)] });
    await withGithub([repository], {}, async ({ list, world }) => {
      await remember(world, [await list('acme/tool')]);
      repository.releases = [];
      const { releases, complete } = (await list('acme/tool', { held: HELD })).listings;
      assert.deepEqual([releases.map(({ version }) => version), complete], [['v0.0.0'], true]);
    });
  });

  test('but not for tags beside its releases, which are asked for only until that is known', async () => {
    const tags = [makeTag('acme/tool', 0)];
    await withGithub(
      [makeRepository('acme/tool', 3, { tags })],
      {},
      async ({ lookUp, list, world, queries }) => {
        await remember(world, [await list('acme/tool')]);
        tags.push(makeTag('acme/tool', 1));
        assert.deepEqual(tally(await lookUp(['acme/tool'], { held: HELD })), { unchanged: 1 });
        const asked = queries('fragment Probe').map(({ body }) => JSON.parse(body).variables.tags0);
        assert.deepEqual(asked, [true, false]);
      },
    );
  });
});

describe('a repository that moved', () => {
  test('is followed: its new name and its old id come with the listings', async () => {
    const renamed = makeRepository('acme/tool', 2);
    Object.assign(renamed, { owner: 'umbrella', name: 'device' });
    const options = { renames: { 'acme/tool': 'umbrella/device' } };
    await withGithub([renamed], options, async ({ list }) => {
      const { upstream } = (await list('acme/tool')).listings;
      assert.equal(upstream.name, 'umbrella/device');
      assert.equal(upstream.id, makeRepository('acme/tool', 0).id);
    });
  });

  test('and left its name to another one: the id tells', async () => {
    const other = makeRepository('acme/tool', 2, { id: 'R_another' });
    await withGithub([other], {}, async ({ list }) => {
      const { upstream } = (await list('acme/tool', { held: HELD })).listings;
      assert.equal(upstream.id, 'R_another');
    });
  });
});

function edit<T extends object>(thing: T | undefined, change: Partial<T>): void {
  assert.ok(thing !== undefined);
  Object.assign(thing, change);
}
