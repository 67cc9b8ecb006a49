import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { oci } from '../../../src/sources/oci/oci.ts';
import { listingsOf, playScene, type Scene, type Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { buildImage, type OciImage } from '../../upstream/oci-image.ts';
import { registryHandler } from '../../upstream/oci-registry.ts';
import { type QuayTagData, quayHandler } from '../../upstream/quay.ts';
import { hold } from './oci-setting.ts';

const TOOL = 'pkg:oci/tool?repository_url=quay.io/acme/tool';
const LIST = 'GET /api/v1/repository/acme/tool/tag/?onlyActiveTags=true&limit=100&page=';
const START = Date.UTC(2024, 0, 1) / 1000;
const isList = (one: string) => one.startsWith(LIST);

const aTag = (id: number, more: Partial<QuayTagData> = {}): QuayTagData => ({
  name: `1.${id}.0`,
  digest: `sha256:${id.toString(16).padStart(64, '0')}`,
  startedAt: START + id * 86_400,
  ...more,
});
const someTags = (count: number) => Array.from({ length: count }, (_, index) => aTag(index));

interface Case {
  readonly tags?: readonly QuayTagData[];
  readonly images?: ReadonlyMap<string, OciImage>;
  readonly status?: number;
  readonly isPrivate?: boolean;
  readonly fault?: Setting['fault'];
}

function play({ tags, images, status, isPrivate, fault }: Case, act: (scene: Scene) => Promise<void>) {
  const world: Setting['world'] = (upstream) => worldAt(upstream, { homes: { 'https://quay.io': '' } });
  const repositories = new Map(images === undefined ? [] : [['acme/tool', new Map(images)]]);
  const registry = registryHandler(repositories, isPrivate ? { auth: { user: 'robot' } } : { auth: {} });
  const quay = quayHandler(new Map(tags === undefined ? [] : [['acme/tool', tags]]), {
    ...(status && { status }),
  });
  return playScene({ source: oci, handlers: [quay, registry], world, ...(fault && { fault }) }, act);
}

describe('quay.io', () => {
  test('tells digests and dates, all pages of them', () =>
    play({ tags: someTags(250) }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(TOOL);
      const { releases, complete } = listingsOf(fetched);
      assert.equal(asked.filter(isList).length, 3);
      assert.ok(complete);
      assert.equal(releases.length, 250);
      assert.deepEqual(releases[0], {
        version: '1.249.0',
        publishedAt: '2024-09-06T00:00:00Z',
        assets: [{ name: 'manifest', digest: aTag(249).digest }],
      });
    }));

  test('has its newest image read for what it says of itself', async () => {
    const labels = { 'org.opencontainers.image.description': 'words' };
    const image = await buildImage({ content: 'x', labels });
    const tags = [aTag(1, { digest: image.digest })];
    await play({ tags, images: new Map([['1.1.0', image]]) }, async ({ lookUp }) => {
      const { fetched } = await lookUp(TOOL);
      assert.equal(listingsOf(fetched).upstream.description, 'words');
      const { fetched: again, asked } = await lookUp(TOOL, { held: hold(listingsOf(fetched)) });
      assert.equal(again.status, 'unchanged');
      assert.deepEqual(asked, [`${LIST}1`]);
    });
  });

  test('is read in full again where the newest image could not be read', () => {
    let isDown = true;
    const fault: Setting['fault'] = ({ path }) =>
      isDown && path.startsWith('/v2/') ? { status: 503 } : undefined;
    return play({ tags: someTags(250), fault }, async ({ lookUp }) => {
      const first = listingsOf((await lookUp(TOOL)).fetched);
      assert.equal(first.dropped, 1);
      isDown = false;
      const { fetched, asked } = await lookUp(TOOL, { held: hold(first) });
      assert.equal(asked.filter(isList).length, 3);
      assert.equal(listingsOf(fetched).releases.length, 250);
    });
  });

  test('is asked for all pages where the first one changed', () => {
    const tags = someTags(250);
    return play({ tags }, async ({ lookUp }) => {
      const held = hold(listingsOf((await lookUp(TOOL)).fetched));
      tags[3] = aTag(300, { name: '1.3.0' });
      tags.splice(50, 1);
      const { fetched, asked } = await lookUp(TOOL, { held });
      assert.equal(asked.filter(isList).length, 3);
      const { releases } = listingsOf(fetched);
      assert.equal(releases.length, 249);
      const rebuilt = releases.find(({ version }) => version === '1.3.0');
      assert.deepEqual(rebuilt, {
        version: '1.3.0',
        assets: [{ name: 'manifest', digest: aTag(300).digest }],
      });
    });
  });

  test('is read no further back than is asked for', () =>
    play({ tags: someTags(350) }, async ({ lookUp }) => {
      const since = '2024-10-01T00:00:00Z';
      const { fetched, asked } = await lookUp(TOOL, { since });
      assert.equal(asked.filter(isList).length, 1);
      assert.ok(listingsOf(fetched).releases.every(({ publishedAt = '' }) => publishedAt >= since));
    }));

  test('has malformed tags counted, signatures left out, and tags of malformed details listed', () => {
    const tags = [
      aTag(1),
      aTag(2, { name: `sha256-${'a'.repeat(64)}.sig` }),
      aTag(3, { name: 'a b' }),
      aTag(4, { digest: 'x', startedAt: -5 }),
    ];
    return play({ tags }, async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(TOOL)).fetched);
      assert.deepEqual(
        releases.map(({ version, publishedAt }) => [version, publishedAt]),
        [
          ['1.1.0', '2024-01-02T00:00:00Z'],
          ['1.4.0', undefined],
        ],
      );
      assert.ok(dropped >= 1);
    });
  });

  test('of nothing but malformed tags is another format', () =>
    play({ tags: [aTag(1, { name: '' })] }, async ({ lookUp }) => {
      const { fetched } = await lookUp(TOOL);
      assert.ok(fetched.status === 'failed' && /no tag can be read/.test(fetched.error.message));
    }));
});

describe('where quay.io’s own API does not answer', () => {
  for (const status of [401, 403, 404]) {
    test(`${status}: the common one does`, async () => {
      const images = new Map([['1.0.0', await buildImage({ content: 'x' })]]);
      await play({ status, images }, async ({ lookUp }) => {
        const { releases } = listingsOf((await lookUp(TOOL)).fetched);
        assert.deepEqual(
          releases.map(({ version, publishedAt }) => [version, publishedAt]),
          [['1.0.0', undefined]],
        );
      });
    });
  }

  test('a repository that neither has is “gone”', () =>
    play({}, async ({ lookUp }) => assert.equal((await lookUp(TOOL)).fetched.status, 'gone')));

  test('a repository that is refused, and not found, is “gone”', () =>
    play({ isPrivate: true }, async ({ lookUp }) =>
      assert.equal((await lookUp(TOOL)).fetched.status, 'gone'),
    ));

  test('a repository that is refused twice is refused', () =>
    play({ status: 401, isPrivate: true }, async ({ lookUp }) => {
      const { fetched } = await lookUp(TOOL);
      assert.ok(fetched.status === 'failed' && fetched.error.status === 401);
    }));
});
