import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, makeRepository, makeTag } from '../../upstream/github-data.ts';
import { withGithub } from './look-up.ts';

const NAME = 'acme/tagged';

describe('tags of a project without releases', () => {
  const message = 'Version one\r\n\r\n- first\n';
  const CASES: readonly [string, Parameters<typeof makeTag>[2], object][] = [
    [
      'lightweight: the date of the commit, no notes',
      {},
      { publishedAt: at(4, 0), commit: makeTag(NAME, 4).commit, notes: '' },
    ],
    [
      'annotated: its own date and message, the commit behind it',
      { annotation: { message, date: '2025-05-05T07:00:00+02:00' } },
      { publishedAt: '2025-05-05T05:00:00Z', commit: makeTag(NAME, 4).commit, notes: message },
    ],
    [
      'annotated without a date: that of the commit',
      { annotation: { message, date: null } },
      { publishedAt: at(4, 0), commit: makeTag(NAME, 4).commit, notes: message },
    ],
    [
      'of a folder: neither commit nor date',
      { annotation: { message, date: null }, tags: 'Tree' },
      { notes: message },
    ],
    ['of a folder, lightweight', { tags: 'Tree' }, { notes: '' }],
  ];
  for (const [name, tag, expected] of CASES) {
    test(name, async () => {
      const repository = makeRepository(NAME, 0, { tags: [makeTag(NAME, 4, tag)] });
      await withGithub([repository], {}, async ({ list }) => {
        const { releases, complete, dropped } = (await list(NAME)).listings;
        assert.deepEqual(releases, [{ version: 'v0.4.0', ...expected, notesFrom: 'tag' }]);
        assert.deepEqual([complete, dropped], [true, 0]);
      });
    });
  }

  test('none: an empty, complete listing', async () => {
    await withGithub([makeRepository(NAME, 0)], {}, async ({ list }) => {
      const { releases, complete } = (await list(NAME)).listings;
      assert.deepEqual([releases, complete], [[], true]);
    });
  });

  test('malformed: dropped, and the listing is not complete', async () => {
    const tags = [0, 1].map((number) => makeTag(NAME, number));
    const edit = (body: string) =>
      body.replace('"name":"v0.1.0","target":{"__typename"', '"name":"v0.1.0","target":{"no"');
    await withGithub([makeRepository(NAME, 0, { tags })], { edit }, async ({ list }) => {
      const { releases, complete, dropped } = (await list(NAME)).listings;
      assert.deepEqual([releases.length, complete, dropped], [1, false, 1]);
    });
  });

  test('without a date are listed whatever is wanted: they may be young', async () => {
    const repository = makeRepository(NAME, 0, { tags: [makeTag(NAME, 4, { tags: 'Tree' })] });
    await withGithub([repository], {}, async ({ list }) => {
      const { releases } = (await list(NAME, { since: '2030-01-01T00:00:00Z' })).listings;
      assert.equal(releases.length, 1);
    });
  });

  for (const [since, count, queries] of [
    [undefined, 350, 4],
    [at(249, 0), 101, 3],
  ] as const) {
    test(`350 of them, since ${since}: ${queries} pages`, async () => {
      const tags = Array.from({ length: 350 }, (_, number) => makeTag(NAME, number));
      await withGithub([makeRepository(NAME, 0, { tags })], {}, async ({ list, queries: asked }) => {
        const { releases, complete } = (await list(NAME, { since })).listings;
        assert.deepEqual([releases.length, complete], [count, true]);
        assert.equal(asked('fragment Tagged').length, queries);
      });
    });
  }
});
