import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HostError } from '../../../src/platform/errors.ts';
import { feed } from '../../../src/sources/feed/feed.ts';
import { mergeListings } from '../../../src/store/merge.ts';
import { HELD, listingsOf, playScene, type Scene } from '../../contract/scene.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { atom, type FeedDocument, feedHandler, rss } from '../../upstream/feed.ts';
import type { Handler } from '../../upstream/upstream.ts';

const HOST = 'news.example';
const PURL = `pkg:feed/acme?repository_url=${HOST}/feed/`;
const BODY = rss(
  '<title>Acme 1.1.0</title><guid>urn:2</guid><pubDate>Mon, 02 Feb 2026 10:00:00 +0100</pubDate><description>&lt;p&gt;Two&lt;/p&gt;</description>',
  '<title>Acme 1.0.0</title><guid>urn:1</guid><pubDate>Sun, 01 Feb 2026 10:00:00 GMT</pubDate>',
);

for (const [title, options, credential] of [
  ['with ETags', {}, undefined],
  ['without ETags', { hasETags: false }, undefined],
  ['private', { authorization: 'Bearer hush-hush' }, { token: 'hush-hush' }],
] as const) {
  testSource(`feed, ${title}`, {
    source: feed,
    handlers: () => [
      feedHandler(
        [
          { path: '/feed/', body: BODY },
          { path: '/other?a=b', body: BODY },
        ],
        options,
      ),
    ],
    world: (upstream) =>
      worldAt(upstream, { homes: { [`https://${HOST}`]: '' }, ...(credential && { credential }) }),
    isAbout: ({ path }, purl) => path === (purl.includes('other') ? '/other' : '/feed/'),
    secret: credential && 'hush-hush',
    package: PURL,
    newest: '1.1.0',
    complete: false,
    other: `pkg:feed/other?repository_url=${HOST}/other%3Fa%3Db`,
    missing: `pkg:feed/none?repository_url=${HOST}/none`,
  });
}

function play(
  documents: readonly FeedDocument[] | Handler,
  act: (scene: Scene) => Promise<void>,
): Promise<void> {
  return playScene(
    {
      source: feed,
      handlers: [typeof documents === 'function' ? documents : feedHandler(documents)],
      world: (upstream) => worldAt(upstream, { homes: { [`https://${HOST}`]: '' } }),
    },
    act,
  );
}

describe('a feed', () => {
  test('gives its entries, and is incomplete by nature', async () => {
    await play([{ path: '/feed/', body: BODY }], async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(listingsOf(fetched), {
        upstream: { name: 'Acme news' },
        releases: [
          {
            version: '1.0.0',
            id: 'urn:1',
            publishedAt: '2026-02-01T10:00:00Z',
            title: 'Acme 1.0.0',
            author: '',
            notes: '',
            notesFrom: 'feed',
          },
          {
            version: '1.1.0',
            id: 'urn:2',
            publishedAt: '2026-02-02T09:00:00Z',
            title: 'Acme 1.1.0',
            author: '',
            notes: '<p>Two</p>',
            notesFrom: 'feed',
          },
        ],
        complete: false,
        partial: 'by nature',
        dropped: 0,
      });
      assert.deepEqual(asked, ['GET /feed/']);
      const again = await lookUp(PURL, { held: HELD });
      assert.deepEqual([again.fetched.status, again.asked], ['unchanged', ['GET /feed/']]);
    });
  });

  test('that moves on adds to what is held, and withdraws nothing', async () => {
    const documents = [{ path: '/feed/', body: BODY }];
    await play(documents, async ({ lookUp }) => {
      const rules = { at: '2026-02-10T00:00:00Z', since: undefined, isRolling: () => false };
      const first = mergeListings(PURL, undefined, listingsOf((await lookUp(PURL)).fetched), rules);
      assert.ok(first.status === 'merged');
      const items = Array.from({ length: 10 }, (_, n) => `<title>Acme 2.${n}</title><guid>urn:b${n}</guid>`);
      documents[0] = { path: '/feed/', body: rss(...items) };
      const listings = listingsOf((await lookUp(PURL, { held: first.record })).fetched);
      const second = mergeListings(PURL, first.record, listings, { ...rules, at: '2026-03-10T00:00:00Z' });
      assert.ok(second.status === 'merged');
      assert.deepEqual([...new Set(second.changes.map(({ kind }) => kind))], ['published']);
      assert.equal(second.record.releases.length, 12);
      assert.ok(second.record.releases.every(({ missingSince }) => missingSince === undefined));
    });
  });

  test('that rewords an entry is told by its id', async () => {
    const documents = [{ path: '/feed/', body: BODY }];
    await play(documents, async ({ lookUp }) => {
      const rules = { at: '2026-02-10T00:00:00Z', since: undefined, isRolling: () => false };
      const first = mergeListings(PURL, undefined, listingsOf((await lookUp(PURL)).fetched), rules);
      assert.ok(first.status === 'merged');
      documents[0] = { path: '/feed/', body: rss('<title>Acme 1.1.0 is out</title><guid>urn:2</guid>') };
      const { held } = { held: first.record };
      const listings = listingsOf((await lookUp(PURL, { held })).fetched);
      const second = mergeListings(PURL, held, listings, { ...rules, at: '2026-02-11T00:00:00Z' });
      assert.ok(second.status === 'merged');
      assert.deepEqual(
        second.changes.map(({ kind, version }) => [kind, version]),
        [
          ['notes-edited', '1.1.0'],
          ['retitled', '1.1.0'],
        ],
      );
    });
  });

  test('is gone where its server says so', async () => {
    for (const status of [404, 410]) {
      await play(
        () => ({ status }),
        async ({ lookUp }) => {
          const { fetched } = await lookUp(PURL);
          assert.ok(fetched.status === 'gone' && fetched.code === status);
        },
      );
    }
  });

  test('that moved is followed, and its links count from the new place', async () => {
    const moved: Handler = ({ path }) => {
      if (path === '/feed/') return { status: 301, headers: { location: '/new/feed' } };
      return { status: 200, body: atom('<id>a</id><title>1.0</title><link href="one"/>') };
    };
    await play(moved, async ({ lookUp, origin }) => {
      const { releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.equal(releases[0]?.url, `${origin}/new/one`);
    });
  });

  test('says where it comes from', async () => {
    const body =
      '<rss version="2.0"><channel><title> A\n &amp; B </title><link>https://acme.example/</link><description>News</description></channel></rss>';
    await play([{ path: '/feed/', body }], async ({ lookUp }) => {
      const { upstream, releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual(upstream, { name: 'A & B', description: 'News', homepage: 'https://acme.example/' });
      assert.deepEqual(releases, []);
    });
  });

  test('without a title goes by the name of its purl', async () => {
    const body = rss('<title>1.0</title>').replace('<title>Acme news</title>', '');
    await play([{ path: '/feed/', body }], async ({ lookUp }) => {
      assert.equal(listingsOf((await lookUp(PURL)).fetched).upstream.name, 'acme');
    });
  });

  test('is asked for at its address to the letter', async () => {
    const document = { path: '/a/?b=c&d=', body: BODY };
    await play([document], async ({ lookUp }) => {
      const { asked } = await lookUp(`pkg:feed/x?repository_url=${HOST}/a/%3Fb%3Dc%26d%3D`);
      assert.deepEqual(asked, ['GET /a/?b=c&d=']);
    });
  });

  for (const address of ['ftp://news.example/feed', 'news.example/feed%23top']) {
    test(`at ${address} is refused`, async () => {
      await play([], async ({ lookUp }) => {
        const { fetched, asked } = await lookUp(`pkg:feed/x?repository_url=${address}`);
        assert.ok(fetched.status === 'failed' && fetched.error instanceof HostError);
        assert.match(fetched.error.remedy ?? '', /repository_url/);
        assert.deepEqual(asked, []);
      });
    });
  }

  test('larger than 10 MB is refused, one of ten thousand entries is not', async () => {
    const items = Array.from({ length: 10_000 }, (_, n) => `<title>Acme 1.${n}</title><guid>${n}</guid>`);
    const documents = [{ path: '/feed/', body: rss(...items) }];
    await play(documents, async ({ lookUp }) => {
      assert.equal(listingsOf((await lookUp(PURL)).fetched).releases.length, 10_000);
      documents[0] = { path: '/feed/', body: rss(`<title>${'x'.repeat(11 * 1024 * 1024)}</title>`) };
      assert.equal((await lookUp(PURL)).fetched.status, 'failed');
    });
  });
});
