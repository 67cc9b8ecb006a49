import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createHttp } from '../../../src/platform/http/create-http.ts';
import { composer } from '../../../src/sources/composer/composer.ts';
import { listingsOf, playScene, type Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { composerHandler, makePackage } from '../../upstream/composer.ts';
import type { Handler } from '../../upstream/upstream.ts';
import { play } from './composer-scene.ts';

const credential = { user: 'me', password: 'word' };
const authorization = `Basic ${Buffer.from('me:word').toString('base64')}`;
const JSON_TYPE = { 'content-type': 'application/json' };

function playOwn(handler: Handler, act: Parameters<typeof playScene>[1], world?: Setting['world']) {
  return playScene(
    {
      source: composer,
      handlers: [handler],
      world: world ?? ((upstream) => worldAt(upstream, { homes: {}, credential })),
    },
    act,
  );
}

const purlAt = (origin: string, path = '') =>
  `pkg:composer/acme/tool?repository_url=${encodeURIComponent(origin + path)}`;

describe('a repository of one’s own', () => {
  for (const metadataUrl of ['/p2/%package%.json', 'p2/%package%.json', './p2/%package%.json']) {
    test(`with its files at ${metadataUrl} is read with its credential`, () =>
      playOwn(
        composerHandler([makePackage('acme/tool', ['1.0.0'])], { metadataUrl, authorization }),
        async ({ lookUp, origin }) => {
          const { fetched, asked } = await lookUp(purlAt(origin));
          assert.equal(listingsOf(fetched).releases.length, 1);
          assert.deepEqual(asked, ['GET /packages.json', 'GET /p2/acme/tool.json']);
        },
      ));
  }

  test('that refuses us names the variable to set', () =>
    playOwn(
      composerHandler([], { metadataUrl: '/p2/%package%.json', authorization }),
      async ({ lookUp, origin }) => {
        const { fetched } = await lookUp(purlAt(origin));
        assert.ok(fetched.status === 'failed');
        assert.match(fetched.error.remedy ?? '', /^set TIDINGS_TOKEN_127_0_0_1___\d+ to a token/);
      },
      (upstream) => worldAt(upstream, { homes: {} }),
    ));

  for (const [name, root] of [
    ['of Composer 1', { 'providers-url': '/p/%package%$%hash%.json' }],
    ['with one address for all', { 'metadata-url': '/p2/all.json' }],
    ['with no address', { 'metadata-url': 'http://[%package%' }],
  ] as const) {
    test(`${name} is a failure`, () =>
      playOwn(
        ({ path }) =>
          path === '/packages.json'
            ? { status: 200, headers: JSON_TYPE, body: JSON.stringify(root) }
            : undefined,
        async ({ lookUp, origin }) => {
          const { fetched } = await lookUp(purlAt(origin));
          assert.ok(fetched.status === 'failed' && fetched.error.name === 'FormatError');
        },
      ));
  }

  test('that is missing does not make its packages look gone', () =>
    playOwn(
      () => undefined,
      async ({ lookUp, origin }) => assert.equal((await lookUp(purlAt(origin))).fetched.status, 'failed'),
    ));

  test('does not give its credential to another host', () => {
    const seen: (string | undefined)[] = [];
    return playOwn(
      ({ path, headers }, origin) => {
        if (path !== '/packages.json') return void seen.push(headers['authorization']);
        const root = { 'metadata-url': `${origin.replace('127.0.0.1', 'localhost')}/p2/%package%.json` };
        return { status: 200, headers: JSON_TYPE, body: JSON.stringify(root) };
      },
      async ({ lookUp, origin }) => {
        assert.equal((await lookUp(purlAt(origin))).fetched.status, 'gone');
        assert.deepEqual(seen, [undefined]);
      },
      (upstream) => ({
        ...worldAt(upstream, { homes: {}, credential }),
        http: createHttp({
          userAgent: 'tests',
          allowHosts: [upstream.host, upstream.host.replace('127.0.0.1', 'localhost')],
        }),
      }),
    );
  });
});

for (const [name, path] of [
  ['Acme/Tool', '/p2/acme/tool.json'],
  ['acme/a%3Fb%23c', '/p2/acme/a%3Fb%23c.json'],
  ['acme/..%2F..%2Fb', '/p2/acme/..%2F..%2Fb.json'],
] as const) {
  test(`${name} is looked for in its place`, () =>
    play([makePackage('acme/tool', ['1.0.0'])], undefined, async ({ run }) => {
      assert.equal((await run([name], { held: undefined })).asked[1], path);
    }));
}
