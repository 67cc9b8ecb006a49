import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeAsset, makeRelease, makeRepository } from '../../upstream/github-data.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { withGithub } from './look-up.ts';

const TOOL = 'acme/tool';

describe('many assets', () => {
  const assets = (count: number) => Array.from({ length: count }, (_, number) => makeAsset(TOOL, number));
  const repository = (count: number) =>
    makeRepository(TOOL, 0, {
      releases: [makeRelease(TOOL, 0, { assets: assets(count) }), makeRelease(TOOL, 1)],
    });

  for (const [count, queries] of [
    [50, 0],
    [83, 1],
    [250, 2],
  ] as const) {
    test(`${count} of one release are all read, with ${queries} more queries`, async () => {
      await withGithub([repository(count)], {}, async ({ list, upstream }) => {
        const { releases, complete } = (await list(TOOL)).listings;
        assert.deepEqual(
          releases.map((release) => release.assets?.length),
          [1, count],
        );
        const names = releases[1]?.assets?.map(({ name }) => name) ?? [];
        assert.deepEqual(
          names,
          assets(count).map(({ name }) => name),
        );
        assert.equal(complete, true);
        assert.equal(upstream.asked.filter(({ body }) => body.includes('node(id:')).length, queries);
      });
    });
  }

  test('that are not all given are not told at all', async () => {
    const edit = (body: string) => body.replace('"totalCount":83', '"totalCount":84');
    await withGithub([repository(83)], { edit }, async ({ list }) => {
      const { releases } = (await list(TOOL)).listings;
      assert.deepEqual(
        releases.map((release) => 'assets' in release),
        [true, false],
      );
    });
  });

  test('whose rest cannot be read are a failure of their package', async () => {
    const fault = (asked: Asked) => (asked.body.includes('node(id:') ? { status: 502 } : undefined);
    await withGithub([repository(83), makeRepository('acme/other', 2)], { fault }, async ({ lookUp }) => {
      const [tool, other] = await lookUp([TOOL, 'acme/other']);
      assert.deepEqual([tool?.status, other?.status], ['failed', 'listed']);
    });
  });
});
