import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HELD, listingsOf } from '../../contract/scene.ts';
import { makeCrate } from '../../upstream/cargo.ts';
import type { Asked } from '../../upstream/upstream.ts';
import { PURL, play } from './cargo-scene.ts';

const isApi = ({ path }: Asked) => path.startsWith('/site/');

describe('lines that cannot be read', () => {
  const [first, second, third] = makeCrate('Tool').versions;
  for (const [name, line, versions] of [
    ['no JSON', '{"name":"Tool","vers":', ['1.0.0', '1.2.0']],
    ['no UTF-8', '"\\ud800"', ['1.0.0', '1.2.0']],
    ['no version', { vers: 7 }, ['1.0.0', '1.2.0']],
    ['a hostile version', { vers: '1.0.0/../..' }, ['1.0.0', '1.2.0']],
    ['a long version', { vers: `1.0.0-${'x'.repeat(300)}` }, ['1.0.0', '1.2.0']],
    ['no checksum', { cksum: null }, ['1.0.0', '1.1.0', '1.2.0']],
    ['a strange yank', { yanked: 'no' }, ['1.0.0', '1.1.0', '1.2.0']],
    ['a hostile name', { name: '../../tool' }, ['1.0.0', '1.1.0', '1.2.0']],
  ] as const) {
    test(`${name}: counted, the rest stands`, () => {
      assert.ok(first && second && third);
      return play({ crate: { versions: [first, { ...second, line }, third] } }, async ({ lookUp }) => {
        const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
        assert.deepEqual([releases.map(({ version }) => version), dropped], [versions, 1]);
        const bare = releases.find(({ version }) => version === '1.1.0');
        assert.deepEqual([bare?.assets, bare?.yanked], [undefined, undefined]);
        if (bare !== undefined) assert.equal(bare.publishedAt, '2024-01-02T00:00:00Z');
      });
    });
  }

  test('empty lines, Windows and a missing last line end are nothing', () => {
    const body = `\r\n${JSON.stringify({ name: 'Tool', vers: '1.0.0', cksum: 'A'.repeat(64) })}`;
    const fault = ({ path }: Asked) => (path.startsWith('/index/') ? { status: 200, body } : undefined);
    return play({ fault }, async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.equal(dropped, 0);
      assert.equal(releases[0]?.assets?.[0]?.digest, `sha256:${'a'.repeat(64)}`);
      assert.equal(releases[0]?.yanked, false);
    });
  });
});

describe('an API that fails', () => {
  test('a version that the API tells badly has what the index says', () => {
    const body = JSON.stringify({
      crate: {},
      versions: [7, { num: '1.2.0', license: ' MIT ' }, { num: '' }],
    });
    const fault = (asked: Asked) =>
      isApi(asked) ? { status: 200, headers: { 'content-type': 'application/json' }, body } : undefined;
    return play({ fault }, async ({ lookUp }) => {
      const { releases, upstream, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases.length, upstream, dropped], [3, { name: 'Tool', license: 'MIT' }, 0]);
    });
  });

  const held = {
    upstream: { name: 'Tool', description: 'held', homepage: 'https://acme.example/' },
    releases: [{ version: '1.0.0', seenAt: '2024-01-01T00:00:00Z', yanked: 'as it was told' }],
  };
  const versions = makeCrate('Tool').versions.map((version) => ({ ...version, isYanked: true }));

  for (const fault of [{ status: 503 }, { status: 429, headers: { 'retry-after': '1' } }, 'reset'] as const) {
    test(`${JSON.stringify(fault)}: what is held stays, and the next run asks again`, () => {
      let isDown = true;
      const whileDown = (asked: Asked) => (isDown && isApi(asked) ? fault : undefined);
      return play({ fault: whileDown, crate: { versions } }, async ({ lookUp }) => {
        const { upstream, releases, dropped } = listingsOf(
          (await lookUp(PURL, { held, fresh: true })).fetched,
        );
        assert.deepEqual([upstream, dropped], [held.upstream, 0]);
        assert.deepEqual(
          releases.map(({ yanked }) => yanked),
          ['as it was told', 'yanked', 'yanked'],
        );
        isDown = false;
        const again = await lookUp(PURL, { held });
        assert.equal(listingsOf(again.fetched).upstream.description, 'What Tool is');
      });
    });
  }

  test('a version without a date that is older than what we hold is too old', () => {
    const undated = makeCrate('Tool').versions.map((version) => ({ ...version, hasNoPubtime: true }));
    const since = '2024-01-02T00:00:00Z';
    const second = { version: '1.1.0', publishedAt: since, seenAt: since };
    const fault = (asked: Asked) => (isApi(asked) ? { status: 503 } : undefined);
    return play({ fault, crate: { versions: undated } }, async ({ lookUp }) => {
      const versionsSince = async (more: object) =>
        listingsOf((await lookUp(PURL, { fresh: true, ...more })).fetched).releases.map(
          ({ version }) => version,
        );
      const holding = { upstream: {}, releases: [second] };
      assert.deepEqual(await versionsSince({ since, held: holding }), ['1.1.0', '1.2.0']);
      assert.deepEqual(await versionsSince({ held: holding }), ['1.0.0', '1.1.0', '1.2.0']);
      assert.deepEqual(await versionsSince({ since }), ['1.0.0', '1.1.0', '1.2.0']);
    });
  });

  test('a yank that is taken back before the API answers again is seen', () => {
    let isDown = false;
    const whileDown = (asked: Asked) => (isDown && isApi(asked) ? { status: 503 } : undefined);
    return play({ fault: whileDown }, async ({ lookUp, crates }) => {
      await lookUp(PURL);
      isDown = true;
      crates.splice(0, 1, { ...makeCrate('Tool'), versions });
      assert.equal(listingsOf((await lookUp(PURL, { held: HELD })).fetched).releases[0]?.yanked, 'yanked');
      isDown = false;
      crates.splice(0, 1, makeCrate('Tool'));
      assert.equal(listingsOf((await lookUp(PURL, { held: HELD })).fetched).releases[0]?.yanked, false);
      assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'unchanged');
    });
  });

  for (const [name, fault] of [
    ['403', { status: 403 }],
    ['a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>' }],
    ['another shape', { status: 200, headers: { 'content-type': 'application/json' }, body: '{"crate":[]}' }],
    ['404', { status: 404 }],
  ] as const) {
    test(`${name}: listed, and not asked for again`, () =>
      play({ fault: (asked) => (isApi(asked) ? fault : undefined) }, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.deepEqual([listingsOf(fetched).upstream, listingsOf(fetched).dropped], [{ name: 'Tool' }, 0]);
        assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'unchanged');
      }));
  }
});

describe('a crate that is not to be had', () => {
  for (const code of [404, 410, 451]) {
    test(`${code} is gone`, () =>
      play({ fault: () => ({ status: code }) }, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'gone' && fetched.code === code);
      }));
  }

  for (const name of ['..%2F..%2Fx', 'a.b', '....', 'a%3Fb', 'a%23b', 'ä', '%F0%9F%98%80x']) {
    test(`${name} is asked nobody for`, () =>
      play({}, async ({ lookUp }) => {
        const { fetched, asked } = await lookUp(`pkg:cargo/${name}`);
        assert.ok(fetched.status === 'failed' && /no crate/.test(fetched.error.message));
        assert.deepEqual(asked, []);
      }));
  }
});
