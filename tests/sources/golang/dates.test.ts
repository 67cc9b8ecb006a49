import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Instant } from '../../../src/core/instant.ts';
import type { PackageRecord } from '../../../src/core/package-record.ts';
import { MOST_DATES } from '../../../src/sources/golang/read-dates.ts';
import { mergeListings } from '../../../src/store/merge.ts';
import { listingsOf, type Scene } from '../../contract/scene.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';
import { aModule, HASH, holding, onProxy, PURL, V1, V2 } from './golang-scene.ts';

/** Answers like this for files with this ending. */
function failing(ending: string, fault: Fault) {
  return ({ path }: Asked) => (path.endsWith(ending) ? fault : undefined);
}

describe('dates', () => {
  test('a version without one is listed all the same, and asked for again if that may help', async () => {
    for (const [fault, again] of [
      [{ status: 503 }, true],
      ['reset', true],
      [{ status: 404 }, false],
      [{ status: 200, body: '{"Version":"v1.0.0"}' }, false],
      [{ status: 200, body: '{"Time":"soon"}' }, false],
      [{ status: 200, body: 'x' }, false],
    ] as const) {
      await onProxy(
        [aModule({ 'v1.0.0': V1 })],
        async ({ lookUp }) => {
          const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
          assert.deepEqual([releases.length, releases[0]?.publishedAt, dropped], [1, undefined, 1]);
          const { asked } = await lookUp(PURL, holding({ 'v1.0.0': undefined }));
          assert.equal(
            asked.some((line) => line.endsWith('.info')),
            again,
          );
        },
        failing('.info', fault),
      );
    }
  });

  for (const [name, origin, expected] of [
    ['none', undefined, [undefined, 'https://github.com/acme/tool']],
    ['no object', 5, [undefined, 'https://github.com/acme/tool']],
    ['a hash that is none', { Hash: '../x', URL: 'https://a.example/b' }, [undefined, 'https://a.example/b']],
    ['an address that is none', { Hash: HASH, URL: 5 }, [HASH, 'https://github.com/acme/tool']],
  ] as const) {
    test(`an origin: ${name}`, async () => {
      const body = JSON.stringify({ Version: 'v1.0.0', Time: V1.time, Origin: origin });
      const path = 'github.com/acme/tool/v2';
      await onProxy(
        [aModule({ 'v1.0.0': V1 }, path)],
        async ({ lookUp }) => {
          const { releases, upstream } = listingsOf((await lookUp(`pkg:golang/${path}`)).fetched);
          assert.deepEqual([releases[0]?.commit, upstream.repository], expected);
        },
        failing('.info', { status: 200, body }),
      );
    });
  }

  const many = Object.fromEntries(
    Array.from({ length: MOST_DATES + 50 }, (_, n) => [`v1.${n}.0`, V1] as const),
  );

  test('come newest first, the others in later runs, and are no news', async () => {
    await onProxy([aModule(many)], async ({ lookUp }) => {
      let record: PackageRecord | undefined;
      const run = async (at: Instant) => {
        const { fetched, asked } = await lookUp(PURL, record && { held: record, fresh: false });
        const dated = asked.filter((line) => line.endsWith('.info')).length;
        if (fetched.status !== 'listed') return [fetched.status, dated];
        const rules = { at, since: undefined, isRolling: () => false };
        const merged = mergeListings(PURL, record, fetched.listings, rules);
        if (merged.status !== 'merged') return [merged.status, dated];
        record = merged.record;
        const undated = record.releases.filter(({ publishedAt }) => publishedAt === undefined);
        return [merged.changes.map(({ kind }) => kind).join(), dated, undated.length];
      };
      assert.deepEqual(await run('2026-03-01T00:00:00Z'), ['imported', MOST_DATES, 50]);
      assert.equal(record?.releases.find(({ version }) => version === 'v1.49.0')?.publishedAt, undefined);
      assert.notEqual(record?.releases.find(({ version }) => version === 'v1.50.0')?.publishedAt, undefined);
      assert.deepEqual(await run('2026-03-03T00:00:00Z'), ['', 50, 0]);
      assert.deepEqual(await run('2026-03-05T00:00:00Z'), ['unchanged', 0]);
    });
  });

  test('are all asked for where old versions are not wanted, which are left out and remembered', async () => {
    const modules = [aModule({ ...many, 'v2.0.0+incompatible': V2 })];
    const since = '2026-01-15T00:00:00Z';
    await onProxy(modules, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL, { since });
      const versions = listingsOf(fetched).releases.map(({ version }) => version);
      assert.deepEqual(versions, ['v2.0.0+incompatible']);
      modules[0] = aModule({ ...many, 'v2.0.0+incompatible': V2, 'v2.1.0+incompatible': V2 });
      const held = holding({ 'v2.0.0+incompatible': '2026-01-31T22:00:00Z' });
      const { asked } = await lookUp(PURL, { ...held, since, fresh: false });
      assert.deepEqual(
        asked.filter((line) => line.endsWith('.info')),
        ['GET /acme.example/!tool/@v/v2.1.0+incompatible.info'],
      );
    });
  });

  test('are all asked for of what is new to us: undated, the old versions of a wider span would be news', async () => {
    await onProxy([aModule(many)], async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL, holding({ 'v1.0.0': undefined, 'v1.1.0': V1.time }));
      const { releases } = listingsOf(fetched);
      const undated = releases.filter(
        ({ version, publishedAt }) => publishedAt === undefined && version !== 'v1.0.0',
      );
      assert.deepEqual(undated, [{ version: 'v1.1.0', yanked: false, deprecated: false }], 'dated before');
      assert.equal(releases.length, MOST_DATES + 50);
    });
  });

  test('are given up where a proxy has none, however many versions there are', async () => {
    const undated = Object.fromEntries(Object.keys(many).map((version) => [version, {}] as const));
    await onProxy([aModule(undated)], async ({ lookUp }) => {
      const held = holding(
        Object.fromEntries(Object.keys(many).map((version) => [version, undefined] as const)),
      );
      assert.equal((await lookUp(PURL)).fetched.status, 'listed');
      const { fetched, asked } = await lookUp(PURL, held);
      assert.deepEqual([fetched.status, asked.length], ['unchanged', 2]);
    });
  });

  test('that fail leave out what may be old, for one run', async () => {
    const since = '2026-01-15T00:00:00Z';
    const held = { ...holding({ 'v1.1.0': '2026-01-31T22:00:00Z' }), since };
    const run = async (lookUp: Scene['lookUp']) =>
      listingsOf((await lookUp(PURL, held)).fetched).releases.map(({ version }) => version);
    await onProxy(
      [aModule({ 'v1.0.0': V1, 'v1.1.0': V2 })],
      async ({ lookUp }) => {
        assert.deepEqual(await run(lookUp), ['v1.1.0']);
        assert.deepEqual(await run(lookUp), ['v1.1.0', 'v1.0.0']);
        const first = listingsOf((await lookUp(PURL, { since })).fetched);
        assert.equal(first.releases.length, 2, 'an import announces nothing');
      },
      failing('v1.0.0.info', { status: 503 }),
    );
  });

  test('an old version that is held without a date stays listed: else it would look withdrawn', async () => {
    await onProxy([aModule({ 'v1.0.0': V1, 'v1.1.0': V2 })], async ({ lookUp }) => {
      const since = '2026-01-15T00:00:00Z';
      const { fetched } = await lookUp(PURL, { ...holding({ 'v1.0.0': undefined }), since });
      const dates = listingsOf(fetched).releases.map(({ version, publishedAt }) => [version, publishedAt]);
      assert.deepEqual(dates, [
        ['v1.0.0', undefined],
        ['v1.1.0', '2026-01-31T22:00:00Z'],
      ]);
    });
  });
});
