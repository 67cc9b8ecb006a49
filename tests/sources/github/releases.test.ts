import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { FormatError, HostError } from '../../../src/platform/errors.ts';
import { at, makeRelease, makeRepository } from '../../upstream/github-data.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { withGithub } from './look-up.ts';

const TOOL = 'acme/tool';

function isDetail({ body }: Asked): boolean {
  return body.includes('fragment Detail');
}

describe('a release', () => {
  test('is told with all that GitHub says of it', async () => {
    const release = makeRelease(TOOL, 3, {
      id: 42,
      name: 'Three',
      isPrerelease: true,
      immutable: true,
      commit: 'c'.repeat(40),
      assets: [
        { name: 'b.zip', size: 2, contentType: 'application/zip', digest: `sha256:${'b'.repeat(64)}` },
        { name: 'a.txt', size: 0, contentType: '', digest: null },
      ],
    });
    await withGithub([makeRepository(TOOL, 0, { releases: [release] })], {}, async ({ list }) => {
      const { listings } = await list(TOOL);
      assert.deepEqual(listings.releases, [
        {
          version: 'v1.3.0',
          id: '42',
          publishedAt: at(3, 1),
          commit: 'c'.repeat(40),
          prerelease: true,
          immutable: true,
          title: 'Three',
          author: 'octo-maintainer',
          assets: [
            { name: 'a.txt', size: 0 },
            { name: 'b.zip', size: 2, digest: `sha256:${'b'.repeat(64)}`, type: 'application/zip' },
          ],
          notes: '## Changes\r\n\r\n- change 3',
          notesFrom: 'release',
        },
      ]);
      assert.deepEqual([listings.complete, listings.dropped], [true, 0]);
    });
  });

  test('of which little is known says so, and says nothing of a tag that was deleted', async () => {
    const release = makeRelease(TOOL, 3, {
      name: 'v1.3.0',
      author: null,
      commit: null,
      body: null,
      assets: [],
    });
    await withGithub([makeRepository(TOOL, 0, { releases: [release] })], {}, async ({ list }) => {
      const [listing] = (await list(TOOL)).listings.releases;
      const { id: _, publishedAt: __, ...rest } = listing ?? assert.fail();
      assert.deepEqual(rest, {
        version: 'v1.3.0',
        prerelease: false,
        immutable: false,
        title: '',
        author: '',
        assets: [],
        notes: '',
        notesFrom: 'release',
      });
    });
  });

  test('that is a draft is left out, and the listing is still complete', async () => {
    const releases = [makeRelease(TOOL, 1), makeRelease(TOOL, 2, { isDraft: true, publishedAt: null })];
    await withGithub([makeRepository(TOOL, 0, { releases })], {}, async ({ list }) => {
      const { listings } = await list(TOOL);
      assert.deepEqual(
        listings.releases.map(({ version }) => version),
        ['v1.1.0'],
      );
      assert.deepEqual([listings.complete, listings.dropped], [true, 0]);
    });
  });

  for (const [what, from, to] of [
    ['itself', '"tagName":"v1.1.0","name"', '"tagName":"","name"'],
    ['one of its assets', '"file-001.tgz"', '""'],
  ] as const) {
    test(`that is malformed in ${what} is dropped, and the listing is not complete`, async () => {
      const edit = (body: string, asked: Asked) => (isDetail(asked) ? body.replace(from, to) : body);
      await withGithub([makeRepository(TOOL, 3)], { edit }, async ({ list }) => {
        const { listings } = await list(TOOL);
        assert.deepEqual(
          listings.releases.map(({ version }) => version),
          ['v1.2.0', 'v1.0.0'],
        );
        assert.deepEqual([listings.complete, listings.dropped], [false, 1]);
      });
    });
  }

  test('among malformed ones only is a failure', async () => {
    const edit = (body: string, asked: Asked) =>
      isDetail(asked) ? body.replaceAll('"isDraft":false', '"isDraft":0') : body;
    await withGithub([makeRepository(TOOL, 3)], { edit }, async ({ lookUp }) => {
      const [fetched] = await lookUp([TOOL]);
      assert.ok(fetched?.status === 'failed' && fetched.error instanceof FormatError, inspect(fetched));
    });
  });
});

describe('many releases', () => {
  test('are read page by page, with up to a hundred assets each', async () => {
    const repository = makeRepository(TOOL, 120);
    await withGithub([repository], {}, async ({ list, upstream }) => {
      const { listings } = await list(TOOL);
      assert.equal(new Set(listings.releases.map(({ version }) => version)).size, 120);
      assert.equal(listings.complete, true);
      assert.equal(upstream.asked.filter(isDetail).length, 3);
    });
  });

  test('are read until a whole page is older than what is wanted', async () => {
    const repository = makeRepository(TOOL, 200);
    // A draft of long ago that was published only now, on the page after the line.
    Object.assign(repository.releases[100] ?? {}, { publishedAt: at(198, 2) });
    await withGithub([repository], {}, async ({ list, upstream }) => {
      const { listings } = await list(TOOL, { since: at(170, 0) });
      assert.equal(listings.releases.length, 31);
      assert.ok(listings.releases.some(({ version }) => version === 'v1.100.0'));
      assert.equal(listings.complete, true);
      assert.equal(upstream.asked.filter(isDetail).length, 3, 'the third page is older as a whole');
    });
  });

  test('are left out where they are older, but for the one that GitHub calls the latest', async () => {
    await withGithub([makeRepository(TOOL, 40)], {}, async ({ list }) => {
      const { releases, upstream } = (await list(TOOL, { since: at(300, 0) })).listings;
      assert.deepEqual(
        releases.map(({ version }) => version),
        [upstream.tags?.['latest']],
      );
    });
  });

  test('are read in smaller pages where a page is too much', async () => {
    const fault = (asked: Asked) =>
      isDetail(asked) && /releases\(first: (?:50|25)\b/.test(asked.body) ? { status: 502 } : undefined;
    await withGithub([makeRepository(TOOL, 40)], { fault }, async ({ list, upstream }) => {
      const { listings } = await list(TOOL);
      assert.deepEqual([listings.releases.length, listings.complete], [40, true]);
      assert.equal(upstream.asked.filter(isDetail).length, 2 + 4);
    });
  });

  test('in pages that are too much however small are a failure', async () => {
    const fault = (asked: Asked) => (isDetail(asked) ? { status: 504 } : undefined);
    await withGithub([makeRepository(TOOL, 40)], { fault }, async ({ lookUp, upstream }) => {
      const [fetched] = await lookUp([TOOL]);
      assert.ok(fetched?.status === 'failed' && fetched.error.status === 504);
      assert.equal(upstream.asked.filter(isDetail).length, 4);
    });
  });

  test('on a page that cannot be read are a failure, and the page is not asked for again', async () => {
    const edit = (body: string, asked: Asked) => (isDetail(asked) ? '{"data":{"r0":{}}}' : body);
    await withGithub([makeRepository(TOOL, 40)], { edit }, async ({ lookUp, upstream }) => {
      const [fetched] = await lookUp([TOOL]);
      assert.ok(fetched?.status === 'failed' && fetched.error instanceof FormatError, inspect(fetched));
      assert.equal(upstream.asked.filter(isDetail).length, 1);
    });
  });

  test('of a repository that vanished after the probe are a failure of the host', async () => {
    const repositories = [makeRepository(TOOL, 40)];
    const edit = (body: string) => {
      repositories.length = 0;
      return body;
    };
    await withGithub(repositories, { edit }, async ({ lookUp }) => {
      const [fetched] = await lookUp([TOOL]);
      assert.ok(fetched?.status === 'failed' && fetched.error instanceof HostError, inspect(fetched));
      assert.match(fetched.error.message, /acme\/tool: gone while it was read/);
    });
  });

  test('are not complete after an empty page, which is not an old one', async () => {
    const edit = (body: string, asked: Asked) =>
      isDetail(asked) && !asked.body.includes('"after0":"')
        ? body.replace(/"nodes":\[.*\]/, '"nodes":[]')
        : body;
    await withGithub([makeRepository(TOOL, 60)], { edit }, async ({ list }) => {
      const { releases, complete } = (await list(TOOL, { since: at(0, 0) })).listings;
      assert.deepEqual([releases.length, complete], [10, false]);
    });
  });

  for (const count of [3, 40]) {
    test(`are not complete if GitHub counts more than it gives (${count})`, async () => {
      const edit = (body: string, asked: Asked) =>
        isDetail(asked) ? body.replace(`"totalCount":${count}`, `"totalCount":${count + 1}`) : body;
      await withGithub([makeRepository(TOOL, count)], { edit }, async ({ list }) => {
        assert.equal((await list(TOOL)).listings.complete, false);
      });
    });
  }

  test('are not complete if their number changed while they were read', async () => {
    const repository = makeRepository(TOOL, 60);
    let pages = 0;
    const edit = (body: string, asked: Asked) => {
      if (isDetail(asked)) pages += 1;
      if (isDetail(asked) && pages === 1) repository.releases.shift();
      return body;
    };
    await withGithub([repository], { edit }, async ({ list }) => {
      const { listings } = await list(TOOL);
      assert.deepEqual([listings.releases.length, listings.complete], [59, false]);
    });
  });

  test('that never end are a failure', async () => {
    const edit = (body: string, asked: Asked) => {
      const endless = body.replace('"hasNextPage":false', '"hasNextPage":true');
      return isDetail(asked) ? endless.replace(/"endCursor":"[^"]+"/, '"endCursor":"MA=="') : body;
    };
    await withGithub([makeRepository(TOOL, 1)], { edit }, async ({ lookUp, queries }) => {
      const [fetched] = await lookUp([TOOL]);
      assert.ok(fetched?.status === 'failed' && /200 pages/.test(fetched.error.message), inspect(fetched));
      assert.equal(queries('releases(first: 50').length, 200);
    });
  });

  test('that came between the probe and the reading are not lost', async () => {
    const repository = makeRepository(TOOL, 30);
    const edit = (body: string, asked: Asked) => {
      if (!isDetail(asked)) repository.releases = makeRepository(TOOL, 35).releases;
      return body;
    };
    await withGithub([repository], { edit }, async ({ list }) => {
      const { listings } = await list(TOOL);
      assert.deepEqual([listings.releases.length, listings.complete], [35, true]);
    });
  });
});
