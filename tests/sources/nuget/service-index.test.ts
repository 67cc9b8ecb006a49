import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { createHttp } from '../../../src/platform/http/create-http.ts';
import { nuget } from '../../../src/sources/nuget/nuget.ts';
import { listingsOf, playScene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makePackage, nugetHandler } from '../../upstream/nuget.ts';
import { PURL, pathsIn, play } from './nuget-scene.ts';

const NAME = 'Acme.Tool';
const BEST = '/v3/registration5-gz-semver2/';

describe('the service index', () => {
  for (const [name, types, found] of [
    [
      'with versioned registrations',
      ['RegistrationsBaseUrl', 'RegistrationsBaseUrl/3.6.0', 'RegistrationsBaseUrl/Versioned'],
      2,
    ],
    [
      'with registrations of SemVer 2',
      ['RegistrationsBaseUrl/3.4.0', 'RegistrationsBaseUrl/3.6.0', 'RegistrationsBaseUrl'],
      1,
    ],
    ['with compressed registrations', ['RegistrationsBaseUrl', 'RegistrationsBaseUrl/3.4.0'], 1],
    [
      'of a candidate',
      ['RegistrationsBaseUrl', 'RegistrationsBaseUrl/3.0.0-rc', 'RegistrationsBaseUrl/3.0.0-beta'],
      1,
    ],
    ['of a beta', ['RegistrationsBaseUrl', 'RegistrationsBaseUrl/3.0.0-beta'], 1],
    ['of the first version', ['SearchQueryService', 'RegistrationsBaseUrl'], 1],
  ] as const) {
    test(`${name} leads to the best`, () => {
      const resources = (origin: string) =>
        types.map((type, index) => ({
          '@id': `${origin}${index === found ? BEST : `/other${index}/`}`,
          '@type': type,
        }));
      return play([makePackage(NAME, ['1.0.0'])], { resources }, async ({ lookUp }) => {
        const { fetched, asked } = await lookUp(PURL);
        assert.equal(listingsOf(fetched).releases.length, 1);
        assert.deepEqual(
          pathsIn(asked),
          ['GET /v3/index.json', 'acme.tool/index.json'],
          'and it shows no files',
        );
      });
    });
  }

  for (const [name, resources] of [
    ['without registrations', () => [{ '@id': 'https://a.example/', '@type': 'PackageBaseAddress/3.0.0' }]],
    ['with registrations at no address', () => [{ '@id': 'file:///etc', '@type': 'RegistrationsBaseUrl' }]],
    ['of malformed resources', () => [7, null, {}]],
  ] as const) {
    test(`${name} is a failure`, () =>
      play([makePackage(NAME, ['1.0.0'])], { resources }, async ({ lookUp }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'failed' && fetched.error.name === 'FormatError');
      }));
  }

  test('that a mirror hands on as it is leads to the mirror', () => {
    const home = 'https://api.nuget.org';
    const resources = () => [
      { '@id': `${home}${BEST}`, '@type': 'RegistrationsBaseUrl/3.6.0' },
      { '@id': `${home}/v3-flatcontainer/`, '@type': 'PackageBaseAddress/3.0.0' },
    ];
    const pageUrl = (origin: string, path: string) => path.replace(origin, home);
    const packages = [makePackage(NAME, ['1.0.0', '1.1.0', '1.2.0'])];
    return play(packages, { resources, pageUrl, pageSize: 1 }, async ({ lookUp }) => {
      const { releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual(
        releases.map(({ notes }) => notes),
        ['Notes of 1.0.0', 'Notes of 1.1.0', 'Notes of 1.2.0'],
      );
    });
  });

  test('that is missing does not make its packages look gone', () =>
    play(
      [makePackage(NAME, ['1.0.0'])],
      { fault: ({ path }) => (path === '/v3/index.json' ? { status: 404 } : undefined) },
      async ({ lookUp }) => assert.equal((await lookUp(PURL)).fetched.status, 'failed'),
    ));

  test('is read once a run', () =>
    play([makePackage(NAME, ['1.0.0']), makePackage('Other', ['1.0.0'])], {}, async ({ world, asked }) => {
      const lookUps = [PURL, 'pkg:nuget/Other', 'pkg:nuget/None'].map((purl) => ({
        package: parsePackage(purl),
        since: undefined,
        held: undefined,
        fresh: true,
      }));
      for await (const _ of nuget.fetch(lookUps, world));
      assert.equal(asked.filter(({ path }) => path === '/v3/index.json').length, 1);
      assert.equal(asked.length, 6);
    }));
});

describe('a private feed', () => {
  const basic = `Basic ${Buffer.from('me:word').toString('base64')}`;
  const purl = (host: string) =>
    `pkg:nuget/Acme.Tool?repository_url=${encodeURIComponent(`http://${host}/v3/index.json`)}`;

  test('is read with its credential', () =>
    playScene(
      {
        source: nuget,
        handlers: [
          nugetHandler([makePackage(NAME, ['1.0.0', '1.1.0', '1.2.0'])], {
            authorization: basic,
            pageSize: 1,
          }),
        ],
        world: (upstream) => worldAt(upstream, { homes: {}, credential: { user: 'me', password: 'word' } }),
      },
      async ({ lookUp, origin }) => {
        const { fetched } = await lookUp(purl(origin.slice('http://'.length)));
        const { releases } = listingsOf(fetched);
        assert.deepEqual(releases.map(({ notes }) => notes).toSorted(), [
          'Notes of 1.0.0',
          'Notes of 1.1.0',
          'Notes of 1.2.0',
        ]);
      },
    ));

  test('that refuses us names the variable to set', () =>
    playScene(
      {
        source: nuget,
        handlers: [nugetHandler([makePackage(NAME, ['1.0.0'])], { authorization: basic })],
        world: (upstream) => worldAt(upstream, { homes: {} }),
      },
      async ({ lookUp, origin }) => {
        const { fetched } = await lookUp(purl(origin.slice('http://'.length)));
        assert.ok(fetched.status === 'failed');
        assert.match(fetched.error.remedy ?? '', /^set TIDINGS_TOKEN_127_0_0_1___\d+ to a token/);
      },
    ));

  test('does not give its credential to another host', () => {
    const seen: (string | undefined)[] = [];
    return playScene(
      {
        source: nuget,
        handlers: [
          (asked, origin) => {
            const elsewhere = `${origin.replace('127.0.0.1', 'localhost')}${BEST}`;
            if (asked.path !== '/v3/index.json') return void seen.push(asked.headers['authorization']);
            const body = JSON.stringify({
              resources: [{ '@id': elsewhere, '@type': 'RegistrationsBaseUrl' }],
            });
            return { status: 200, headers: { 'content-type': 'application/json' }, body };
          },
        ],
        world: ({ host, ...upstream }) => ({
          ...worldAt({ host, ...upstream }, { homes: {}, credential: { user: 'me', password: 'word' } }),
          http: createHttp({
            userAgent: 'tests',
            allowHosts: [host, host.replace('127.0.0.1', 'localhost')],
          }),
        }),
      },
      async ({ lookUp, origin }) => {
        const { fetched } = await lookUp(purl(origin.slice('http://'.length)));
        assert.equal(fetched.status, 'gone');
        assert.deepEqual(seen, [undefined]);
      },
    );
  });
});
