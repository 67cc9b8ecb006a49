import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ABOUT,
  aTag,
  lookUpAndHold,
  pages,
  play,
  pushAgain,
  remove,
  someTags,
  TOOL,
  versions,
} from './hub-scene.ts';
import { digestsOf } from './oci-setting.ts';

describe('what Docker Hub may do wrong', () => {
  test('a tag that is pushed between two pages is not listed twice, and found by the next run', () => {
    const tags = someTags(250);
    const onPage = (page: number) => {
      if (page === 2 && tags.length === 250) tags.push(aTag(300));
    };
    return play(
      tags,
      async (scene) => {
        const { listings, held } = await lookUpAndHold(scene);
        assert.equal(listings.releases.length, 250);
        const next = await lookUpAndHold(scene, held);
        assert.ok(versions(next.listings.releases).includes('1.0.300'));
      },
      { onPage },
    );
  });

  test('a tag that is hidden by a deletion between two pages is no absence, and found by the next run', () => {
    const tags = someTags(250);
    const onPage = (page: number) => {
      if (page === 2 && tags.length === 250) remove(tags, '1.0.240');
    };
    return play(
      tags,
      async (scene) => {
        const { listings, held } = await lookUpAndHold(scene);
        assert.equal(listings.releases.length, 249);
        assert.equal(listings.dropped, 1);
        const next = await lookUpAndHold(scene, held);
        assert.ok(versions(next.listings.releases).includes('1.0.149'));
      },
      { onPage },
    );
  });

  test('a count that promises more tags than there are shows no absence', () =>
    play(someTags(3), async (scene) => assert.equal((await lookUpAndHold(scene)).listings.dropped, 2), {
      miscounts: 2,
    }));

  test('pages in another order are all read', () => {
    const tags = someTags(250);
    return play(
      tags,
      async (scene) => {
        const { held } = await lookUpAndHold(scene);
        tags.push(aTag(300));
        const next = await lookUpAndHold(scene, held);
        assert.equal(pages(next.asked), 3);
        assert.equal(next.listings.releases.length, 251);
      },
      { sorts: false },
    );
  });

  test('pages in another order are all read for a tag that was pushed again, and for a span of time', () => {
    const tags = someTags(250);
    return play(
      tags,
      async (scene) => {
        const { held } = await lookUpAndHold(scene);
        pushAgain(tags, '1.0.249', 300);
        const next = await lookUpAndHold(scene, held);
        assert.equal(pages(next.asked), 3);
        const { asked } = await scene.lookUp(TOOL, { since: '2024-09-01T00:00:00Z' });
        assert.equal(pages(asked), 3);
      },
      { sorts: false },
    );
  });

  test('pages in another order are all read, even if the count would do', () => {
    const old = Array.from({ length: 50 }, (_, index) => aTag(0, { id: 500 + index, name: `0.${index}` }));
    const tags = [...someTags(110).slice(10), ...old];
    return play(
      tags,
      async (scene) => {
        const { held } = await lookUpAndHold(scene);
        pushAgain(tags, '0.49', 300);
        const next = await lookUpAndHold(scene, held);
        assert.equal(digestsOf(next.held.releases).get('0.49'), aTag(300).digest);
      },
      { sorts: false },
    );
  });

  test('a tag that is pushed again between two pages hides itself, and is found by the next run', () => {
    const tags = someTags(250);
    const onPage = (page: number) => {
      if (page === 2 && tags[3]?.digest === aTag(3).digest) pushAgain(tags, '1.0.3', 300);
    };
    return play(
      tags,
      async (scene) => {
        const { listings, held } = await lookUpAndHold(scene);
        assert.equal(listings.releases.length, 249);
        assert.equal(listings.dropped, 1);
        const next = await lookUpAndHold(scene, held);
        assert.equal(digestsOf(next.held.releases).get('1.0.3'), aTag(300).digest);
      },
      { onPage },
    );
  });

  test('a malformed tag is dropped, a tag with malformed details is listed', () => {
    const odd = { id: 9, name: 'odd', digest: 'md5:1', pushedAt: Date.UTC(2024, 0, 1) };
    const bad = { id: 8, name: '../../etc', pushedAt: Date.UTC(2024, 0, 1) };
    return play([aTag(1), odd, bad], async (scene) => {
      const { listings } = await lookUpAndHold(scene);
      assert.deepEqual(versions(listings.releases), ['1.0.1', 'odd']);
      assert.equal(listings.releases.find(({ version }) => version === 'odd')?.assets, undefined);
      assert.equal(listings.dropped, 1);
    });
  });

  test('a page of malformed tags is another format', () =>
    play([{ id: 1, name: '', pushedAt: Date.UTC(2024, 0, 1) }], async ({ lookUp }) => {
      const { fetched } = await lookUp(TOOL);
      assert.ok(fetched.status === 'failed' && /no tag can be read/.test(fetched.error.message));
    }));

  test('a failure within the pages is a failure', () =>
    play(
      someTags(250),
      async ({ lookUp }) => {
        const { fetched } = await lookUp(TOOL);
        assert.ok(fetched.status === 'failed' && fetched.error.status === 404);
      },
      {},
      { fault: ({ query }) => (query.get('page') === '2' ? { status: 404 } : undefined) },
    ));

  for (const [status, again] of [
    [503, 1],
    [404, 0],
    [403, 0],
  ] as const) {
    test(`${status} for the description keeps the tags, and is asked again ${again} times`, () =>
      play(
        someTags(3),
        async (scene) => {
          const { listings, held } = await lookUpAndHold(scene);
          assert.equal(listings.releases.length, 3);
          assert.deepEqual(listings.upstream, { name: 'acme/tool' });
          assert.equal(listings.dropped, status === 503 ? 1 : 0);
          const { asked } = await scene.lookUp(TOOL, { held });
          assert.equal(asked.includes(ABOUT) ? 1 : 0, again);
        },
        {},
        { fault: ({ path }) => (path.endsWith('/tool') ? { status } : undefined) },
      ));
  }

  test('a wait of X-Retry-After, a Unix time, is kept', () => {
    const headers = { 'x-retry-after': String(Math.floor(Date.UTC(2100, 0, 1) / 1000)) };
    return play(
      someTags(1),
      async ({ lookUp }) => {
        const { fetched } = await lookUp(TOOL);
        assert.ok(fetched.status === 'failed');
        assert.match(fetched.error.message, /asks to be left alone until 2100-01-01T00:00:00Z/);
      },
      {},
      { fault: () => ({ status: 429, headers }) },
    );
  });
});
