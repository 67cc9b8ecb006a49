import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../../src/core/listing.ts';
import { cargo } from '../../../src/sources/cargo/cargo.ts';
import type { Fetched } from '../../../src/sources/source.ts';
import { HELD, listingsOf } from '../../contract/scene.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { CARGO_HOMES, cargoHandler, checksumOf, makeCrate } from '../../upstream/cargo.ts';
import { PURL, play } from './cargo-scene.ts';

const TOKEN = 'Zq9_0123456789secret';

for (const hasETags of [true, false]) {
  testSource(`cargo, ${hasETags ? 'with' : 'without'} ETags`, {
    source: cargo,
    handlers: () => [
      cargoHandler([makeCrate('Tool', ['1.0.0', '2.0.0-beta.1', '1.0.1']), makeCrate('rand')], {
        authorization: TOKEN,
        hasETags,
      }),
    ],
    world: (upstream) => worldAt(upstream, { homes: CARGO_HOMES, credential: { token: TOKEN } }),
    isAbout: ({ path }, purl) => path.toLowerCase().includes(purl.slice('pkg:cargo/'.length).toLowerCase()),
    secret: TOKEN,
    package: PURL,
    newest: '1.0.1',
    complete: true,
    other: 'pkg:cargo/rand',
    missing: 'pkg:cargo/missing',
  });
}

const INDEX = 'GET /index/to/ol/tool';
const API = 'GET /site/api/v1/crates/Tool?include=versions';
const crateOf = (version: string) => `GET /static/crates/Tool/Tool-${version}.crate`;

function notesOf(fetched: Fetched): (string | undefined)[] {
  return listingsOf(fetched).releases.map(({ notes }) => notes);
}

describe('crates.io', () => {
  test('is asked for index, API and one crate at first, then for the index alone', () =>
    play({}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.deepEqual(first.asked, [INDEX, API, crateOf('1.2.0')]);
      assert.deepEqual(listingsOf(first.fetched), {
        upstream: {
          name: 'Tool',
          description: 'What Tool is',
          license: 'MIT OR Apache-2.0',
          repository: 'https://github.com/acme/tool',
        },
        releases: ['1.0.0', '1.1.0', '1.2.0'].map(
          (version, day): Listing => ({
            version,
            publishedAt: `2024-01-0${day + 1}T00:00:00Z`,
            yanked: false,
            assets: [{ name: `Tool-${version}.crate`, digest: `sha256:${checksumOf('Tool', version)}` }],
            notes: `- Notes of ${version}`,
            notesFrom: 'changelog',
          }),
        ),
        complete: true,
        dropped: 0,
      });
      const second = await lookUp(PURL, { held: HELD });
      assert.deepEqual([second.fetched.status, second.asked], ['unchanged', [INDEX]]);
    }));

  test('a new version brings its notes; a yank does not open the crate again', () =>
    play({}, async ({ crates, lookUp }) => {
      await lookUp(PURL);
      const versions = makeCrate('Tool', ['1.0.0', '1.1.0', '1.2.0', '1.3.0']).versions;
      crates.splice(0, 1, { name: 'Tool', versions });
      const published = await lookUp(PURL, { held: HELD });
      assert.deepEqual(published.asked, [INDEX, API, crateOf('1.3.0')]);
      assert.equal(notesOf(published.fetched)[3], '- Notes of 1.3.0');
      crates.splice(0, 1, {
        name: 'Tool',
        versions: versions.map((version, index) => ({ ...version, isYanked: index === 1 })),
      });
      const yanked = await lookUp(PURL, { held: HELD });
      assert.deepEqual(yanked.asked, [INDEX, API]);
      assert.deepEqual(
        listingsOf(yanked.fetched).releases.map((release) => release.yanked),
        [false, 'yanked', false, false],
      );
      assert.deepEqual(notesOf(yanked.fetched), [undefined, undefined, undefined, undefined]);
    }));

  test('the newest crate that is not yanked is opened', () => {
    const versions = makeCrate('Tool').versions.map((version, index) => ({
      ...version,
      isYanked: index === 2,
    }));
    return play({ crate: { versions } }, async ({ lookUp }) => {
      const { asked } = await lookUp(PURL);
      assert.deepEqual(asked, [INDEX, API, crateOf('1.1.0')]);
    });
  });

  test('where all are yanked none is opened', () => {
    const versions = makeCrate('Tool').versions.map((version) => ({
      ...version,
      isYanked: true,
      yankMessage: ' broken ',
    }));
    return play({ crate: { versions } }, async ({ lookUp }) => {
      const { asked, fetched } = await lookUp(PURL);
      assert.deepEqual(asked, [INDEX, API]);
      assert.deepEqual(
        listingsOf(fetched).releases.map((release) => release.yanked),
        ['broken', 'broken', 'broken'],
      );
      assert.equal(listingsOf(fetched).dropped, 0);
      assert.equal(listingsOf(fetched).upstream.license, undefined);
    });
  });

  test('a version without pubtime has the date of the API', () => {
    const versions = makeCrate('Tool').versions.map((version) => ({ ...version, hasNoPubtime: true }));
    return play({ crate: { versions } }, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.deepEqual(
        listingsOf(fetched).releases.map(({ publishedAt }) => publishedAt),
        ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z', '2024-01-03T00:00:00Z'],
      );
      assert.equal(listingsOf(fetched).dropped, 0);
    });
  });

  test('versions that differ in build metadata are two', () =>
    play({ crate: makeCrate('Tool', ['1.0.0+a.1', '1.0.0+b']) }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(
        listingsOf(fetched).releases.map(({ version, assets }) => [version, assets?.[0]?.name]),
        [
          ['1.0.0+a.1', 'Tool-1.0.0+a.1.crate'],
          ['1.0.0+b', 'Tool-1.0.0+b.crate'],
        ],
      );
      assert.equal(asked[2], 'GET /static/crates/Tool/Tool-1.0.0%2Bb.crate');
    }));

  for (const about of [{ description: null, homepage: null, repository: null }, { description: 7 }]) {
    test(`a crate about which the API says ${JSON.stringify(about)}`, () =>
      play({ crate: { about } }, async ({ lookUp }) => {
        const { upstream, dropped } = listingsOf((await lookUp(PURL)).fetched);
        assert.deepEqual([upstream.name, upstream.description, dropped], ['Tool', undefined, 0]);
      }));
  }

  test('ten thousand versions', () => {
    const versions = Array.from({ length: 10_000 }, (_, n) => `1.${n}.0`);
    return play({ crate: { ...makeCrate('Tool', versions), files: {} } }, async ({ lookUp }) => {
      assert.equal(listingsOf((await lookUp(PURL)).fetched).releases.length, 10_000);
    });
  });
});
