import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Fetched } from '../../../src/sources/source.ts';
import { type GithubRelease, makeRelease, makeRepository } from '../../upstream/github-data.ts';
import { remember, withGithub } from './look-up.ts';

const TOOL = 'acme/tool';
const SILENT = { body: null };
const TEXT = '# Changes\n\n## 1.1.0\n\n- Out of the file\n\n## 1.0.0\n\n- First\n';

function commitOf(number: number): string {
  return makeRelease(TOOL, number).commit ?? '';
}

/** A repository of releases 1.0.0, 1.1.0 …, and a changelog at the last of them. */
function repository(
  releases: readonly Partial<GithubRelease>[],
  files: Record<string, string | { binary: true }>,
) {
  const made = releases.map((more, number) => makeRelease(TOOL, number, more));
  const at = commitOf(releases.length - 1);
  const placed = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${at}:${name}`, text]));
  return makeRepository(TOOL, 0, { releases: made, files: placed });
}

function notesOf(fetched: Fetched): Record<string, (string | undefined)[]> {
  assert.ok(fetched.status === 'listed');
  return Object.fromEntries(
    fetched.listings.releases.map(({ version, notes, notesFrom }) => [version, [notes, notesFrom]]),
  );
}

describe('a release without notes', () => {
  test('gets those of the changelog at its tag; one with notes keeps them', async () => {
    const made = repository([{ body: 'Own words' }, SILENT], { 'CHANGELOG.md': TEXT, 'README.md': '' });
    await withGithub([made], {}, async ({ list, queries }) => {
      assert.deepEqual(notesOf(await list(TOOL)), {
        'v1.0.0': ['Own words', 'release'],
        'v1.1.0': ['- Out of the file', 'changelog'],
      });
      assert.equal(queries('$at').length, 2, 'the folder and the file');
    });
  });

  test('asks for nothing where all have notes', async () => {
    await withGithub([repository([{}, {}], { 'CHANGELOG.md': TEXT })], {}, async ({ list, queries }) => {
      await list(TOOL);
      assert.equal(queries('$at').length, 0);
    });
  });

  for (const [name, files] of [
    ['there is no changelog', { 'README.md': 'x' }],
    ['there is nothing at the tag', {}],
    ['the file is no text', { 'CHANGELOG.md': { binary: true } }],
  ] as const) {
    test(`stays without them where ${name}`, async () => {
      await withGithub([repository([SILENT, SILENT], files)], {}, async ({ list }) => {
        const fetched = await list(TOOL);
        assert.deepEqual(notesOf(fetched)['v1.1.0'], ['', 'release']);
        assert.deepEqual([fetched.listings.dropped, fetched.receipts.length], [0, 2]);
      });
    });
  }

  test('is asked about again after a failure that may pass, and not after an answer', async () => {
    let isDown = true;
    const fault = ({ body }: { body: string }) =>
      isDown && body.includes('... on Tree') ? { status: 503, body: 'down' } : undefined;
    const made = repository([SILENT, SILENT], { 'CHANGELOG.md': TEXT });
    await withGithub([made], { fault }, async ({ world, list, lookUp, queries }) => {
      const held = { upstream: {}, releases: [] };
      const failed = await list(TOOL);
      assert.deepEqual(
        failed.receipts.map(({ validator }) => validator),
        [{}],
        'what was remembered before is forgotten',
      );
      await remember(world, [failed]);
      isDown = false;
      const read = await list(TOOL, { held });
      assert.deepEqual(notesOf(read)['v1.1.0'], ['- Out of the file', 'changelog']);
      await remember(world, [read]);
      const asked = queries('$at').length;
      assert.equal((await lookUp([TOOL], { held }))[0]?.status, 'unchanged');
      await list(TOOL, { held, fresh: true });
      assert.equal(queries('$at').length, asked, 'the file at this tag is known');
      const anew = notesOf(await list(TOOL, { held: undefined, fresh: true }));
      assert.deepEqual(anew['v1.1.0'], ['- Out of the file', 'changelog'], 'the cache outlived what we held');
    });
  });
});
