import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { cargo } from '../../../src/sources/cargo/cargo.ts';
import { indexPath } from '../../../src/sources/cargo/index-path.ts';
import { crateUrl } from '../../../src/sources/cargo/registry.ts';
import { HELD, listingsOf, playScene, type Scene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { cargoHandler, makeCrate } from '../../upstream/cargo.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';

const TOKEN = 'plain-token';

interface Setting {
  readonly config?: (origin: string) => unknown;
  readonly fault?: (asked: Asked) => Fault | undefined;
  readonly token?: string;
}

function play(
  { config, fault, token = TOKEN }: Setting,
  act: (scene: Scene & { purl: string }) => Promise<void>,
) {
  return playScene(
    {
      source: cargo,
      handlers: [cargoHandler([makeCrate('tool')], { authorization: TOKEN, ...(config && { config }) })],
      world: (upstream) => worldAt(upstream, { homes: {}, credential: { token } }),
      ...(fault && { fault }),
    },
    (scene) =>
      act({ ...scene, purl: `pkg:cargo/tool?repository_url=${encodeURIComponent(`${scene.origin}/index`)}` }),
  );
}

const INDEX = 'GET /index/to/ol/tool';
const CONFIG = 'GET /index/config.json';
const API = 'GET /site/api/v1/crates/tool?include=versions';
const CRATE = 'GET /dl/tool/1.2.0/download';

describe('another registry', () => {
  test('tells in config.json where the rest is, and gets its token plain', () =>
    play({}, async ({ lookUp, purl }) => {
      const { asked, fetched } = await lookUp(purl);
      assert.deepEqual(asked, [INDEX, CONFIG, API, CRATE]);
      assert.equal(listingsOf(fetched).releases[0]?.notes, '- Notes of 1.0.0');
      assert.equal(listingsOf(fetched).upstream.description, 'What tool is');
      assert.deepEqual((await lookUp(purl, { held: HELD })).asked, [INDEX]);
    }));

  test('a user and a password are sent as such', () =>
    playScene(
      {
        source: cargo,
        handlers: [cargoHandler([makeCrate('tool')], { authorization: 'Basic dTpw' })],
        world: (upstream) => worldAt(upstream, { homes: {}, credential: { user: 'u', password: 'p' } }),
      },
      async ({ lookUp, origin }) => {
        const { fetched } = await lookUp(
          `pkg:cargo/tool?repository_url=${encodeURIComponent(`${origin}/index/`)}`,
        );
        assert.equal(listingsOf(fetched).dropped, 0);
      },
    ));

  test('a wrong token fails with the remedy', () =>
    play({ token: 'wrong' }, async ({ lookUp, purl }) => {
      const { fetched } = await lookUp(purl);
      assert.ok(fetched.status === 'failed');
      assert.match(fetched.error.remedy ?? '', /TIDINGS_TOKEN_127_0_0_1___\d+ /);
    }));

  test('a host that it names gets no token of it', () =>
    play(
      {
        config: (origin) => ({
          dl: `${origin.replace('127.0.0.1', 'localhost')}/dl`,
          api: origin.replace('127.0.0.1', 'localhost'),
        }),
      },
      async ({ lookUp, purl, asked }) => {
        // The http client of the test may not ask that host at all.
        assert.equal(listingsOf((await lookUp(purl)).fetched).releases.length, 3);
        assert.deepEqual(
          asked.filter(({ headers }) => !headers['host']?.startsWith('127.')),
          [],
        );
      },
    ));

  for (const [name, config, expected] of [
    ['without an API', (origin: string) => ({ dl: `${origin}/dl/`, api: null }), [INDEX, CONFIG, CRATE]],
    ['without downloads', (origin: string) => ({ api: `${origin}/site` }), [INDEX, CONFIG, API]],
    ['downloads by another protocol', () => ({ dl: 'ssh://git.example/' }), [INDEX, CONFIG]],
    ['a malformed config', () => ({ dl: 7, api: [] }), [INDEX, CONFIG]],
    ['a config that is none', () => 'none', [INDEX, CONFIG]],
    [
      'a template',
      (origin: string) => ({ dl: `${origin}/dl/{crate}/{version}/download` }),
      [INDEX, CONFIG, CRATE],
    ],
  ] as const) {
    test(name, () =>
      play({ config }, async ({ lookUp, purl }) => {
        const { asked, fetched } = await lookUp(purl);
        assert.deepEqual([asked, listingsOf(fetched).dropped], [expected, 0]);
        assert.equal(listingsOf(fetched).releases.length, 3);
      }),
    );
  }

  for (const [status, again] of [
    [404, 'unchanged'],
    [403, 'unchanged'],
    [500, 'listed'],
  ] as const) {
    test(`config.json answers ${status}: listed all the same`, () => {
      let isFirst = true;
      const fault = ({ path }: Asked) => (isFirst && path.endsWith('config.json') ? { status } : undefined);
      return play({ fault }, async ({ lookUp, purl }) => {
        assert.equal(listingsOf((await lookUp(purl)).fetched).dropped, 0);
        isFirst = false;
        assert.equal((await lookUp(purl, { held: HELD })).fetched.status, again);
      });
    });
  }
});

describe('where a crate lies', () => {
  for (const [name, path] of [
    ['a', '1/a'],
    ['AB', '2/ab'],
    ['Abc', '3/a/abc'],
    ['ABCD', 'ab/cd/abcd'],
    ['my_crate-x', 'my/_c/my_crate-x'],
  ] as const) {
    test(name, () => assert.equal(indexPath(parsePackage(`pkg:cargo/${name}`)), path));
  }

  const URL = 'https://x.example';
  for (const [template, url] of [
    [URL, `${URL}/MyCrate/1.0.0%2Ba/download`],
    [`${URL}/`, `${URL}/MyCrate/1.0.0%2Ba/download`],
    [`${URL}/{crate}-{version}.crate`, `${URL}/MyCrate-1.0.0%2Ba.crate`],
    [`${URL}/{prefix}/{lowerprefix}`, `${URL}/My/Cr/my/cr`],
    [`${URL}/{sha256-checksum}/{other}`, `${URL}/abc/{other}`],
    [`${URL}/{other}`, `${URL}/{other}/MyCrate/1.0.0%2Ba/download`],
  ] as const) {
    test(template, () => assert.equal(crateUrl(template, 'MyCrate', '1.0.0+a', 'abc'), url));
  }
});
