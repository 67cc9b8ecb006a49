import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../../src/core/listing.ts';
import { gem } from '../../../src/sources/gem/gem.ts';
import { HELD, listingsOf, playScene } from '../../contract/scene.ts';
import { testSource } from '../../contract/test-source.ts';
import { worldAt } from '../../contract/world-at.ts';
import { checksumOf, type GemVersion, gemHandler, makeGemPackage } from '../../upstream/gem.ts';
import { HOMES, PURL, play } from './gem-scene.ts';

const PASSWORD = 'gems_0123456789secret';

for (const hasApi of [true, false]) {
  testSource(`gem, ${hasApi ? 'with' : 'without'} an API`, {
    source: gem,
    handlers: () => [
      gemHandler([makeGemPackage('tool', ['1.0.0', '2.0.0.rc1', '1.0.1']), makeGemPackage('other')], {
        authorization: `Basic ${Buffer.from(`me:${PASSWORD}`).toString('base64')}`,
        hasApi,
      }),
    ],
    world: (upstream) => worldAt(upstream, { homes: HOMES, credential: { user: 'me', password: PASSWORD } }),
    isAbout: ({ path }, purl) => path.includes(purl.slice('pkg:gem/'.length)),
    secret: PASSWORD,
    package: PURL,
    // Without dates there is no latest: the suite then takes the first.
    newest: hasApi ? '1.0.1' : '1.0.0',
    complete: true,
    other: 'pkg:gem/other',
    missing: 'pkg:gem/missing',
  });
}

const INFO = 'GET /info/tool';
const VERSIONS = 'GET /api/v1/versions/tool.json';
const ABOUT = 'GET /api/v1/gems/tool.json';
const fileOf = (name: string) => `GET /gems/${name}.gem`;

describe('rubygems.org', () => {
  test('is asked for four documents at first, then for the index alone', () =>
    play({}, async ({ lookUp }) => {
      const first = await lookUp(PURL);
      assert.deepEqual(first.asked, [INFO, VERSIONS, ABOUT, fileOf('tool-1.2.0')]);
      assert.deepEqual(listingsOf(first.fetched), {
        upstream: {
          name: 'tool',
          description: 'What tool is',
          license: 'MIT',
          homepage: 'https://acme.example/',
          repository: 'https://github.com/acme/tool',
        },
        releases: ['1.2.0', '1.1.0', '1.0.0'].map(
          (version, index): Listing => ({
            version,
            publishedAt: `2024-01-0${3 - index}T00:00:00Z`,
            prerelease: false,
            assets: [{ name: `tool-${version}.gem`, digest: `sha256:${checksumOf(`tool-${version}.gem`)}` }],
            notes: `- Notes of ${version}`,
            notesFrom: 'changelog',
          }),
        ),
        complete: true,
        dropped: 0,
      });
      const second = await lookUp(PURL, { held: HELD });
      assert.deepEqual([second.fetched.status, second.asked], ['unchanged', [INFO]]);
    }));

  test('a yank is seen as an absence, and opens no gem', () =>
    play({}, async ({ gems, lookUp }) => {
      await lookUp(PURL);
      const versions = makeGemPackage('tool').versions.map((version, index) => ({
        ...version,
        isYanked: index === 1,
      }));
      gems.splice(0, 1, { name: 'tool', versions });
      const { fetched, asked } = await lookUp(PURL, { held: HELD });
      assert.deepEqual(asked, [INFO, VERSIONS, ABOUT]);
      const { releases, complete, dropped } = listingsOf(fetched);
      assert.deepEqual(
        releases.map(({ version, notes }) => [version, notes]),
        [
          ['1.2.0', undefined],
          ['1.0.0', undefined],
        ],
      );
      assert.deepEqual([complete, dropped], [true, 0]);
    }));

  test('where all is yanked it is gone', () => {
    const versions = makeGemPackage('tool').versions.map((version) => ({ ...version, isYanked: true }));
    return play({ gem: { versions } }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(fetched, { status: 'gone', reason: 'all of its versions were yanked', code: 404 });
      assert.deepEqual(asked, [INFO]);
    });
  });

  test('platforms of one number are one release, that came out with the first', () => {
    const versions: GemVersion[] = [
      { number: '1.0.0', publishedAt: '2024-01-02T00:00:00Z', platform: 'java' },
      { number: '1.0.0', publishedAt: '2024-01-01T00:00:00Z' },
      { number: '1.0.0', publishedAt: '2024-01-03T00:00:00Z', platform: 'x86_64-linux' },
      { number: '1.1.0.rc1', publishedAt: '2024-01-04T00:00:00Z' },
      { number: '1.1.0.rc1', publishedAt: '2024-01-04T00:00:00Z', platform: 'arm64-darwin' },
    ];
    return play({ gem: { versions } }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      const { releases } = listingsOf(fetched);
      assert.deepEqual(
        releases.map(({ version, publishedAt, prerelease, assets }) => [
          version,
          publishedAt,
          prerelease,
          assets?.map(({ name }) => name).sort(),
        ]),
        [
          [
            '1.1.0.rc1',
            '2024-01-04T00:00:00Z',
            true,
            ['tool-1.1.0.rc1-arm64-darwin.gem', 'tool-1.1.0.rc1.gem'],
          ],
          [
            '1.0.0',
            '2024-01-01T00:00:00Z',
            false,
            ['tool-1.0.0-java.gem', 'tool-1.0.0-x86_64-linux.gem', 'tool-1.0.0.gem'],
          ],
        ],
      );
      assert.equal(asked[3], fileOf('tool-1.1.0.rc1'), 'the plain gem is opened');
    });
  });

  test('a gem of one platform alone is opened too', () => {
    const versions = [{ number: '1.0.0', publishedAt: '2024-01-02T00:00:00Z', platform: 'java' }];
    return play({ gem: { versions } }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.equal(asked[3], fileOf('tool-1.0.0-java'));
      assert.equal(listingsOf(fetched).releases[0]?.notes, '- Notes of 1.0.0');
    });
  });

  test('what a cache does not list yet is listed, and asked for again', () => {
    const versions = makeGemPackage('tool').versions.map((version, index) => ({
      ...version,
      isNotListed: index === 2,
    }));
    return play({ gem: { versions } }, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'listed' && fetched.receipts.length === 1);
      const newest = fetched.listings.releases.find(({ version }) => version === '1.2.0');
      assert.deepEqual([newest?.publishedAt, newest?.prerelease], [undefined, undefined]);
      assert.equal(newest?.assets?.[0]?.digest, `sha256:${checksumOf('tool-1.2.0.gem')}`);
      assert.equal((await lookUp(PURL, { held: HELD })).asked.length, 4);
    });
  });

  test('what a cache does not index yet is listed, and asked for again', () => {
    const versions = makeGemPackage('tool').versions.map((version, index) => ({
      ...version,
      isNotIndexed: index === 2,
    }));
    return play({ gem: { versions } }, async ({ lookUp }) => {
      assert.equal(listingsOf((await lookUp(PURL)).fetched).releases.length, 3);
      assert.equal((await lookUp(PURL, { held: HELD })).asked.length, 4);
    });
  });

  test('ten thousand versions', () => {
    const numbers = Array.from({ length: 10_000 }, (_, n) => `1.${n}.0`);
    return play({ gem: makeGemPackage('tool', numbers) }, async ({ lookUp }) => {
      assert.equal(listingsOf((await lookUp(PURL)).fetched).releases.length, 10_000);
    });
  });

  for (const [about, license] of [
    [{ licenses: ['MIT', 'Ruby'], info: null, homepage_uri: '', source_code_uri: null }, 'MIT, Ruby'],
    [{ licenses: null, info: 7, homepage_uri: [], source_code_uri: 'no address' }, undefined],
  ] as const) {
    test(`about it: ${JSON.stringify(about)}`, () =>
      play({ gem: { about } }, async ({ lookUp }) => {
        const { upstream, dropped } = listingsOf((await lookUp(PURL)).fetched);
        assert.deepEqual([upstream, dropped], [{ name: 'tool', ...(license && { license }) }, 0]);
      }));
  }
});

describe('a server without the API', () => {
  test('gives versions and digests without dates', () =>
    play({ hasApi: false }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(asked, [INFO, VERSIONS, ABOUT, fileOf('tool-1.2.0')]);
      const { releases, dropped, upstream } = listingsOf(fetched);
      assert.deepEqual(releases[0], {
        version: '1.0.0',
        assets: [{ name: 'tool-1.0.0.gem', digest: `sha256:${checksumOf('tool-1.0.0.gem')}` }],
        notes: '- Notes of 1.0.0',
        notesFrom: 'changelog',
      });
      assert.deepEqual([dropped, upstream], [0, { name: 'tool' }]);
      assert.equal((await lookUp(PURL, { held: HELD })).fetched.status, 'unchanged');
    }));

  test('at an address of its own', () =>
    playScene(
      {
        source: gem,
        handlers: [gemHandler([makeGemPackage('tool')], { authorization: 'Bearer t' })],
        world: (upstream) => worldAt(upstream, { homes: {}, credential: { token: 't' } }),
      },
      async ({ lookUp, origin }) => {
        const { fetched } = await lookUp(`${PURL}?repository_url=${encodeURIComponent(`${origin}/`)}`);
        assert.equal(listingsOf(fetched).releases[0]?.notes, '- Notes of 1.2.0');
      },
    ));
});
