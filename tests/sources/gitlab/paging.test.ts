import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HELD, listingsOf, playScene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makeProject, makeRelease, makeTag } from '../../upstream/gitlab-project.ts';
import { PURL, settingOf, versionsOf } from './gitlab-scene.ts';

const FOREIGN = 'http://foreign.example:81';

function many(count: number, make: (tag: string, number: number) => unknown): unknown[] {
  return Array.from({ length: count }, (_, index) => make(`v1.${count - index}`, 1 + ((count - index) % 28)));
}

describe('the pages of a GitLab list', () => {
  test('are asked of the host that was asked, whatever it takes for its name', async () => {
    const project = makeProject('acme/tool', { releases: many(120, makeRelease) });
    const credential = { token: 'glpat-secret' };
    const setting = {
      ...settingOf([project], { externalUrl: FOREIGN, token: credential.token }),
      world: (upstream: Parameters<typeof worldAt>[0]) =>
        worldAt(upstream, { homes: { 'https://gitlab.com': '' }, credential }),
    };
    await playScene(setting, async ({ world, lookUp }) => {
      assert.equal(versionsOf((await lookUp(PURL)).fetched).length, 120);
      assert.deepEqual([...world.http.requests().keys()].length, 1);
    });
  });

  for (const [name, link] of [
    ['itself', (path: string) => `<${FOREIGN}${path}?page=1&per_page=100>; rel="next"`],
    ['no address', () => '<http://[>; rel="next"'],
  ] as const) {
    test(`that lead to ${name} are a failure`, async () => {
      const project = makeProject('acme/tool', { releases: many(120, makeRelease) });
      const fault: NonNullable<ReturnType<typeof settingOf>['fault']> = ({ path, query }) => {
        if (!path.endsWith('/releases') || (query.get('per_page') === '20' && !query.has('page')))
          return undefined;
        const headers = { 'content-type': 'application/json', link: link(path) };
        return { status: 200, headers, body: JSON.stringify([makeRelease('v1', 1)]) };
      };
      await playScene({ ...settingOf([project]), fault }, async ({ lookUp }) => {
        assert.equal((await lookUp(PURL)).fetched.status, 'failed');
      });
    });
  }

  test('may move on while they are read', async () => {
    const project = makeProject('acme/tool', { releases: many(120, makeRelease) });
    let more = 3;
    const fault: NonNullable<ReturnType<typeof settingOf>['fault']> = ({ query }) => {
      if (query.get('page') !== '2' || more === 0) return undefined;
      project.releases = [makeRelease(`v2.${more}`, 28), ...project.releases];
      more -= 1;
      return undefined;
    };
    await playScene({ ...settingOf([project]), fault }, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      const versions = versionsOf(fetched);
      assert.deepEqual([versions.length, new Set(versions).size], [121, 121]);
      assert.equal(listingsOf(fetched).complete, false, 'one of 122 is missing');
      const again = listingsOf((await lookUp(PURL, { held: HELD })).fetched);
      assert.deepEqual([again.releases.length, again.complete], [123, true], 'reads them once more');
    });
  });

  for (const [times, missing, isComplete] of [
    [1, undefined, true],
    [2, 'v1.19', false],
  ] as const) {
    test(`that lose an entry while they are read are read once more: ${times} times`, async () => {
      const project = makeProject('acme/tool', { releases: many(120, makeRelease) });
      let left: number = times;
      const fault: NonNullable<ReturnType<typeof settingOf>['fault']> = ({ query }) => {
        if (query.get('page') !== '2' || left === 0) return undefined;
        project.releases = project.releases.slice(1);
        left -= 1;
        return undefined;
      };
      await playScene({ ...settingOf([project]), fault }, async ({ lookUp }) => {
        const { releases, complete } = listingsOf((await lookUp(PURL)).fetched);
        assert.equal(complete, isComplete);
        const versions = new Set(releases.map(({ version }) => version));
        const slipped = many(118, (tag) => tag).find((tag) => typeof tag === 'string' && !versions.has(tag));
        assert.equal(slipped, missing, 'what slipped through');
      });
    });
  }

  test('that hold less than the server counts are not complete, and are read anew', async () => {
    const fault: NonNullable<ReturnType<typeof settingOf>['fault']> = ({ path }) => {
      if (!path.endsWith('/releases')) return undefined;
      const headers = { 'content-type': 'application/json', link: '</>; rel="first"', 'x-total': '2' };
      return { status: 200, headers, body: JSON.stringify([makeRelease('v1', 1)]) };
    };
    await playScene({ ...settingOf([makeProject('acme/tool')]), fault }, async ({ lookUp }) => {
      assert.equal(listingsOf((await lookUp(PURL)).fetched).complete, false);
      assert.equal((await lookUp(PURL, { held: HELD })).asked.length, 3);
    });
  });

  test('may be large documents', async () => {
    const description = 'x'.repeat(6 * 1024 * 1024);
    const releases = [makeRelease('v2', 2, { description }), makeRelease('v1', 1, { description })];
    await playScene(settingOf([makeProject('acme/tool', { releases })]), async ({ lookUp }) => {
      assert.equal(versionsOf((await lookUp(PURL)).fetched).length, 2);
      assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'unchanged');
    });
    const more = [...many(20, makeRelease), ...releases];
    await playScene(settingOf([makeProject('acme/tool', { releases: more })]), async ({ lookUp }) => {
      assert.ok(versionsOf((await lookUp(PURL)).fetched).includes('v2'));
    });
  });

  test('of ten thousand tags are read', async () => {
    const project = makeProject('acme/tool', { releases: [], tags: many(10_000, makeTag) });
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.equal(versionsOf(fetched).length, 10_000);
      assert.equal(asked.length, 104);
    });
  });
});

describe('malformed elements of a GitLab list', () => {
  test('are dropped and counted; what has a version is listed', async () => {
    const releases = [
      makeRelease('v3', 3),
      null,
      makeRelease('v2', 2, { author: 7 }),
      {},
      makeRelease('v1', 1),
    ];
    await playScene(settingOf([makeProject('acme/tool', { releases })]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual(versionsOf(fetched), ['v3', 'v2', 'v1']);
      assert.deepEqual([listingsOf(fetched).dropped, listingsOf(fetched).complete], [3, true]);
    });
  });

  test('are no list where there is nothing else', async () => {
    const project = makeProject('acme/tool', { releases: [{ tag: 'v1' }, { tag: 'v2' }] });
    await playScene(settingOf([project]), async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'failed');
      assert.match(fetched.error.message, /all 2 elements of the list of releases are malformed/);
    });
  });
});
