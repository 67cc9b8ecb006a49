import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { makeRepository } from '../../upstream/github-data.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { remember, tally, withGithub } from './look-up.ts';

const WORLD = { githubToken: undefined };

describe('without a token', () => {
  test('the newest ten releases of the feed are an incomplete listing', async () => {
    await withGithub([makeRepository('acme/tool', 12)], { world: WORLD }, async ({ list, upstream }) => {
      const { listings } = await list('acme/tool');
      assert.deepEqual([listings.releases.length, listings.complete, listings.upstream], [10, false, {}]);
      assert.deepEqual(
        upstream.asked.map(({ method, path }) => [method, path]),
        [['GET', '/acme/tool/releases.atom']],
      );
    });
  });

  test('a feed is asked for by its ETag, and read again when it changed', async () => {
    const repository = makeRepository('acme/tool', 3);
    const held = { upstream: { name: 'acme/tool' }, releases: [] };
    await withGithub([repository], { world: WORLD }, async ({ list, lookUp, world, upstream }) => {
      await remember(world, [await list('acme/tool')]);
      assert.deepEqual(tally(await lookUp(['acme/tool'], { held })), { unchanged: 1 });
      assert.match(upstream.asked[1]?.headers['if-none-match'] ?? '', /^W\//);
      repository.releases.pop();
      assert.equal((await list('acme/tool', { held })).listings.releases.length, 2);
    });
  });

  for (const status of [404, 410, 451]) {
    test(`${status} is gone`, async () => {
      await withGithub([], { world: WORLD, fault: () => ({ status }) }, async ({ lookUp }) => {
        const [fetched] = await lookUp(['acme/tool']);
        assert.deepEqual(fetched, {
          status: 'gone',
          reason: 'GitHub has no feed of acme/tool',
          code: status,
        });
      });
    });
  }

  for (const status of [403, 429]) {
    test(`${status} ends the run for the rest, and says what to do`, async () => {
      const names = Array.from({ length: 40 }, (_, number) => `acme/r${number}`);
      const fault = (_: Asked, nth: number) => (nth > 5 ? { status } : undefined);
      const options = { world: WORLD, fault };
      await withGithub(
        names.map((name) => makeRepository(name, 1)),
        options,
        async ({ lookUp, upstream }) => {
          const all = await lookUp(names);
          assert.deepEqual(tally(all), { listed: 5, failed: 35 });
          assert.ok(upstream.asked.length <= 7, `${upstream.asked.length} requests`);
          const last = all.at(-1);
          assert.ok(last?.status === 'failed' && last.error.status === status, inspect(last));
          assert.match(last.error.remedy ?? '', /GITHUB_TOKEN/);
        },
      );
    });
  }
});
