import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listingsOf } from '../../contract/scene.ts';
import {
  ABOUT,
  aTag,
  LIST,
  lookUpAndHold,
  pages,
  play,
  pushAgain,
  someTags,
  TOOL,
  versions,
} from './hub-scene.ts';
import { digestsOf } from './oci-setting.ts';

describe('a first import', () => {
  test('tells the digest, the date and the description, and nothing of pulls', () =>
    play([aTag(1)], async (scene) => {
      const { listings, asked } = await lookUpAndHold(scene);
      assert.deepEqual(asked, [`${LIST}1`, ABOUT]);
      assert.deepEqual(listings, {
        upstream: { name: 'acme/tool', description: 'An image for tests' },
        releases: [
          {
            version: '1.0.1',
            publishedAt: '2024-01-02T00:00:00Z',
            assets: [
              {
                name: 'manifest',
                digest: aTag(1).digest,
                type: 'application/vnd.docker.distribution.manifest.list.v2+json',
              },
            ],
          },
        ],
        complete: true,
        dropped: 0,
      });
    }));

  test('reads 10,000 tags to the last page', () =>
    play(someTags(10_001), async (scene) => {
      const { listings, asked } = await lookUpAndHold(scene);
      assert.equal(pages(asked), 101);
      assert.equal(new Set(versions(listings.releases)).size, 10_001);
    }));

  test('reads no further back than is asked for', () =>
    play(someTags(350), async (scene) => {
      const since = '2024-10-01T00:00:00Z';
      const { listings, asked, held } = await lookUpAndHold(scene, undefined, { since });
      assert.equal(pages(asked), 1);
      assert.ok(listings.complete && listings.releases.every(({ publishedAt = '' }) => publishedAt >= since));
      assert.equal((await scene.lookUp(TOOL, { held, since })).fetched.status, 'unchanged');
      scene.tags.push(aTag(351));
      const next = await lookUpAndHold(scene, held, { since });
      assert.equal(pages(next.asked), 1);
      assert.equal(next.listings.releases.length, listings.releases.length + 1);
    }));

  test('reads one page for a new tag, although older ones are held than are asked for', () =>
    play(someTags(450), async (scene) => {
      const all = await lookUpAndHold(scene);
      const since = '2024-07-20T00:00:00Z';
      const some = await lookUpAndHold(scene, all.held, { since });
      assert.equal(pages(some.asked), 3);
      scene.tags.push(aTag(500));
      assert.equal(pages((await scene.lookUp(TOOL, { held: some.held, since })).asked), 1);
    }));

  test('leaves out signatures and builds of single commits', () => {
    const noise = [`sha256-${'a'.repeat(64)}.sig`, 'ad132f5'].map((name, index) => aTag(index, { name }));
    return play([...noise, aTag(5)], async (scene) => {
      assert.deepEqual(versions((await lookUpAndHold(scene)).listings.releases), ['1.0.5']);
    });
  });
});

describe('the next look-up', () => {
  test('takes one request where nothing changed, however many tags there are', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      const { fetched, asked } = await scene.lookUp(TOOL, { held });
      assert.equal(fetched.status, 'unchanged');
      assert.deepEqual(asked, [`${LIST}1`]);
    }));

  test('reads one page for a new tag and one that was pushed again, and repeats the rest by name', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      scene.tags.push(aTag(500));
      pushAgain(scene.tags, '1.0.3', 501);
      const next = await lookUpAndHold(scene, held);
      assert.deepEqual(next.asked, [`${LIST}1`]);
      assert.ok(next.listings.complete);
      assert.deepEqual(next.listings.upstream, held.upstream);
      const by = new Map(next.listings.releases.map((listing) => [listing.version, listing]));
      assert.equal(by.size, 451);
      assert.equal(by.get('1.0.500')?.publishedAt, '2025-05-15T00:00:00Z');
      assert.deepEqual(by.get('1.0.4'), { version: '1.0.4' });
      assert.equal(by.get('1.0.3')?.publishedAt, undefined, 'a rebuild moves no date');
      assert.equal(digestsOf(next.held.releases).get('1.0.3'), aTag(501).digest);
      assert.equal(
        next.held.releases.find(({ version }) => version === '1.0.3')?.publishedAt,
        '2024-01-04T00:00:00Z',
      );
      assert.deepEqual(
        digestsOf(next.held.releases).get('1.0.4'),
        digestsOf(held.releases).get('1.0.4'),
        'what is repeated stays as it is',
      );
      assert.equal((await scene.lookUp(TOOL, { held: next.held })).fetched.status, 'unchanged');
    }));

  test('reads as many pages as were pushed since', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      scene.tags.push(...Array.from({ length: 120 }, (_, index) => aTag(500 + index)));
      const next = await lookUpAndHold(scene, held);
      assert.equal(pages(next.asked), 2);
      assert.equal(new Set(versions(next.listings.releases)).size, 570);
    }));

  test('reads as many pages as were pushed again', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      for (let id = 0; id < 120; id += 1) pushAgain(scene.tags, `1.0.${id}`, 500 + id);
      const next = await lookUpAndHold(scene, held);
      assert.equal(pages(next.asked), 2);
      const digests = digestsOf(next.held.releases);
      for (let id = 0; id < 120; id += 1) assert.equal(digests.get(`1.0.${id}`), aTag(500 + id).digest);
    }));

  test('a tag that was pushed again with the same digest is no end of what is new', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      scene.tags.push(...Array.from({ length: 150 }, (_, index) => aTag(500 + index)));
      const latest = scene.tags.findIndex(({ name }) => name === '1.0.449');
      scene.tags[latest] = { ...aTag(449), pushedAt: Date.UTC(2027, 0, 1) };
      const next = await lookUpAndHold(scene, held);
      assert.equal(new Set(versions(next.listings.releases)).size, 600);
    }));

  test('signatures that were pushed again do not make it read everything', () => {
    const name = `sha256-${'b'.repeat(64)}.sig`;
    return play([aTag(0, { name }), ...someTags(450).slice(1)], async (scene) => {
      const { held } = await lookUpAndHold(scene);
      pushAgain(scene.tags, name, 500);
      const { fetched, asked } = await scene.lookUp(TOOL, { held });
      assert.deepEqual(asked, [`${LIST}1`]);
      assert.equal(listingsOf(fetched).releases.length, 449);
    });
  });

  test('new signatures among the tags do not make it read everything', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      scene.tags.push(aTag(500), aTag(501, { name: `sha256-${'b'.repeat(64)}.sig` }));
      const next = await lookUpAndHold(scene, held);
      assert.deepEqual(next.asked, [`${LIST}1`]);
      assert.equal(next.listings.releases.length, 451);
    }));

  for (const [what, more] of [
    ['wants a whole listing', { fresh: true }],
    ['asks for another span of time', { since: '2020-01-01T00:00:00Z' }],
  ] as const) {
    test(`that ${what} reads all pages`, () =>
      play(someTags(450), async (scene) => {
        const { held } = await lookUpAndHold(scene);
        assert.equal(pages((await scene.lookUp(TOOL, { held, ...more })).asked), 5);
      }));
  }

  test('that holds another number of tags than were read reads all pages', () =>
    play(someTags(450), async (scene) => {
      const { held } = await lookUpAndHold(scene);
      const some = { ...held, releases: held.releases.slice(1) };
      const { listings, asked } = await lookUpAndHold(scene, some);
      assert.equal(pages(asked), 5);
      assert.equal(listings.releases.length, 450);
    }));
});
