import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listingsOf, playScene } from '../../contract/scene.ts';
import { buildImage } from '../../upstream/oci-image.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';
import { aRepository, atRegistry, digestsOf, hold, TOOL } from './oci-setting.ts';

const heads = (asked: readonly string[]) => asked.filter((one) => one.startsWith('HEAD')).length;
const isGet = (one: string) => one.startsWith('GET') && !one.includes('/tags/list');

describe('a look-up', () => {
  test('tells what each tag points at, and no date', async () => {
    const repositories = await aRepository(['1.0.0', '1.1.0']);
    const image = await buildImage({ content: 'x', platforms: ['linux/amd64', 'linux/arm64'] });
    repositories.get('acme/tool')?.set('1.2.0', image);
    await playScene(atRegistry(repositories), async ({ lookUp }) => {
      const { fetched } = await lookUp(TOOL);
      const { releases, complete, dropped, upstream } = listingsOf(fetched);
      assert.ok(complete && dropped === 0);
      assert.deepEqual(upstream, { name: 'registry.example/acme/tool' });
      assert.deepEqual(releases[0], {
        version: '1.2.0',
        assets: [{ name: 'manifest', digest: image.digest, type: 'application/vnd.oci.image.index.v1+json' }],
      });
      assert.equal(releases[1]?.assets?.[0]?.type, 'application/vnd.oci.image.manifest.v1+json');
    });
  });

  test('polls by HEAD alone: only the newest image is read, once', async () => {
    const repositories = await aRepository(['1.0.0', '1.1.0']);
    await playScene(atRegistry(repositories), async ({ lookUp, asked: all }) => {
      const first = await lookUp(TOOL);
      assert.equal(first.asked.filter(isGet).length, 2);
      const held = hold(listingsOf(first.fetched));
      const second = await lookUp(TOOL, { held });
      assert.equal(second.fetched.status, 'unchanged');
      assert.deepEqual(second.asked.filter(isGet), []);
      assert.equal(heads(second.asked), 2);
      const accepts = all.filter(({ method }) => method === 'HEAD').map(({ headers }) => headers['accept']);
      assert.ok(accepts.every((accept = '') => accept.split(', ').length === 4));
    });
  });

  test('sees a tag that was pushed again as one change of one release', async () => {
    const repositories = await aRepository(['1.0.0', '1.1.0']);
    await playScene(atRegistry(repositories), async ({ lookUp }) => {
      const held = hold(listingsOf((await lookUp(TOOL)).fetched));
      const rebuilt = await buildImage({ content: 'rebuilt' });
      repositories.get('acme/tool')?.set('1.0.0', rebuilt);
      const { fetched } = await lookUp(TOOL, { held });
      const after = hold(listingsOf(fetched), held);
      assert.equal(digestsOf(after.releases).get('1.0.0'), rebuilt.digest);
      assert.equal(digestsOf(after.releases).get('1.1.0'), digestsOf(held.releases).get('1.1.0'));
    });
  });

  test('sees a tag that is gone, and the last one too', async () => {
    const repositories = await aRepository(['1.0.0', '1.1.0']);
    await playScene(atRegistry(repositories), async ({ lookUp }) => {
      const held = hold(listingsOf((await lookUp(TOOL)).fetched));
      repositories.get('acme/tool')?.delete('1.0.0');
      const after = hold(listingsOf((await lookUp(TOOL, { held })).fetched), held);
      assert.ok(after.releases.find(({ version }) => version === '1.0.0')?.missingSince);
      repositories.get('acme/tool')?.clear();
      const { fetched } = await lookUp(TOOL, { held: after });
      assert.deepEqual(listingsOf(fetched).releases, []);
    });
  });

  test('of an image that is not there is “gone”', () =>
    playScene(atRegistry(new Map()), async ({ lookUp }) => {
      const { fetched } = await lookUp(TOOL);
      assert.ok(fetched.status === 'gone' && fetched.code === 404);
      assert.match(fetched.reason, /^registry\.example has no pkg:oci\/tool/);
    }));

  test('of a registry that hides digests lists the tags', async () => {
    const repositories = await aRepository(['1.0.0']);
    await playScene(atRegistry(repositories, { hidesDigests: true }), async ({ lookUp }) => {
      const first = await lookUp(TOOL);
      assert.deepEqual(listingsOf(first.fetched).releases, [{ version: '1.0.0' }]);
      const held = hold(listingsOf(first.fetched));
      assert.equal((await lookUp(TOOL, { held })).fetched.status, 'unchanged');
    });
  });
});

describe('many tags', () => {
  test('have their turn over several runs, and none is asked for twice before', async () => {
    const names = Array.from({ length: 230 }, (_, index) => `1.${index}.0`);
    const repositories = await aRepository(names);
    await playScene(atRegistry(repositories), async ({ lookUp }) => {
      let held = hold(listingsOf((await lookUp(TOOL)).fetched));
      for (let run = 0; run < 3; run += 1) {
        const { fetched, asked } = await lookUp(TOOL, { held });
        assert.ok(heads(asked) <= 100);
        if (fetched.status === 'listed') held = hold(fetched.listings, held);
      }
      assert.ok([...digestsOf(held.releases).values()].every((digest) => digest !== undefined));
    });
  });
});

const isHead = ({ method }: Asked) => method === 'HEAD';

describe('a digest that cannot be had', () => {
  for (const status of [404, 403, 405]) {
    test(`${status}: its tag is listed without one`, async () => {
      const fault = (asked: Asked): Fault | undefined =>
        isHead(asked) && asked.path.endsWith('/1.0.0') ? { status } : undefined;
      const setting = atRegistry(await aRepository(['1.0.0', '1.1.0']), {}, { fault });
      await playScene(setting, async ({ lookUp }) => {
        const { releases, dropped } = listingsOf((await lookUp(TOOL)).fetched);
        assert.deepEqual(
          releases.map(({ version, assets }) => [version, assets?.length]),
          [
            ['1.1.0', 1],
            ['1.0.0', undefined],
          ],
        );
        assert.equal(dropped, 0);
      });
    });
  }

  for (const fault of [{ status: 503 }, { status: 429, headers: { 'retry-after': '1' } }] as const) {
    test(`${JSON.stringify(fault)}: the tags are listed, and asked about by the next run`, async () => {
      let isDown = true;
      const names = Array.from({ length: 50 }, (_, index) => `1.${index}.0`);
      const setting = atRegistry(
        await aRepository(names),
        {},
        { fault: (asked) => (isDown && isHead(asked) ? fault : undefined) },
      );
      await playScene(setting, async ({ lookUp }) => {
        const first = await lookUp(TOOL);
        const listings = listingsOf(first.fetched);
        assert.equal(listings.releases.length, 50);
        assert.equal(listings.dropped, 1, 'no absence is shown by half an answer');
        assert.ok(heads(first.asked) <= 15, 'a failing host is left alone');
        isDown = false;
        const { fetched } = await lookUp(TOOL, { held: hold(listings) });
        assert.equal(listingsOf(fetched).releases.length, 50);
        assert.ok(listingsOf(fetched).releases.every(({ assets }) => assets !== undefined));
      });
    });
  }
});
