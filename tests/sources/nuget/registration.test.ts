import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listingsOf } from '../../contract/scene.ts';
import { makePackage } from '../../upstream/nuget.ts';
import { heldAfter, PURL, pathsIn, play } from './nuget-scene.ts';

const NAME = 'Acme.Tool';
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `1.${index}.0`);
const PAGE = 'acme.tool/page';

describe('a registration', () => {
  test('with its leaves in the index takes one request beside the service index', () =>
    play([makePackage(NAME, ['1.0.0'])], {}, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      assert.deepEqual(pathsIn(asked), [
        'GET /v3/index.json',
        'acme.tool/index.json',
        'acme.tool/1.0.0/acme.tool.nuspec',
      ]);
      const again = await lookUp(PURL, { held: heldAfter(fetched) });
      assert.deepEqual(pathsIn(again.asked), ['GET /v3/index.json', 'acme.tool/index.json']);
      assert.equal(again.fetched.status, 'unchanged');
    }));

  test('with pages of their own is read to the last one', () =>
    play([makePackage(NAME, numbered(10))], { pageSize: 3 }, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      const pages = pathsIn(asked).filter((path) => path.startsWith(PAGE));
      assert.deepEqual(
        pages.toSorted(),
        [0, 1, 2, 3].map((index) => `${PAGE}/${index}.json`),
      );
      const { releases, complete, dropped } = listingsOf(fetched);
      assert.deepEqual(releases.map(({ version }) => version).toSorted(), numbered(10).toSorted());
      assert.deepEqual([complete, dropped], [true, 0]);
    }));

  test('of ten thousand versions', () =>
    play([makePackage(NAME, numbered(10_000))], {}, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.equal(listingsOf(fetched).releases.length, 10_000);
    }));

  test('says of the package what its highest listed version says', () => {
    const pkg = makePackage(NAME, ['1.10.0', '1.9.0', '2.0.0']);
    const extra = [
      {
        id: 'ACME.Tool',
        description: 'Best',
        licenseExpression: 'Apache-2.0',
        projectUrl: 'https://best.example',
      },
      { description: 'Old' },
      { description: 'Unlisted', listed: false },
    ];
    const versions = pkg.versions.map((version, index) => ({ ...version, entry: extra[index] ?? {} }));
    return play([{ ...pkg, versions }], {}, async ({ lookUp }) => {
      assert.deepEqual(listingsOf((await lookUp(PURL)).fetched).upstream, {
        name: 'ACME.Tool',
        description: 'Best',
        license: 'Apache-2.0',
        homepage: 'https://best.example/',
        repository: 'https://github.com/acme/Acme.Tool',
      });
    });
  });

  test('of unlisted versions alone is described by the highest of them', () => {
    const pkg = makePackage(NAME, ['1.0.0', '1.1.0']);
    const versions = pkg.versions.map((version) => ({
      ...version,
      entry: { listed: false, description: version.version },
    }));
    return play([{ ...pkg, versions }], {}, async ({ lookUp }) => {
      const { upstream, releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.equal(upstream.description, '1.1.0');
      assert.deepEqual(
        releases.map(({ yanked }) => yanked),
        ['unlisted', 'unlisted'],
      );
    });
  });

  test('keeps the repository that is held while its newest manifest is not read again', () =>
    play([makePackage(NAME, ['1.0.0'])], {}, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      const again = await lookUp(PURL, { held: heldAfter(fetched), fresh: true });
      assert.equal(listingsOf(again.fetched).upstream.repository, 'https://github.com/acme/Acme.Tool');
    }));

  test('without a version is empty', () =>
    play([{ id: NAME, versions: [] }], {}, async ({ lookUp }) => {
      assert.deepEqual(listingsOf((await lookUp(PURL)).fetched), {
        upstream: { name: NAME },
        releases: [],
        complete: true,
        dropped: 0,
      });
    }));

  test('loses the elements that are malformed', () => {
    const extra = [
      null,
      {},
      { catalogEntry: 'https://api.nuget.org/x.json' },
      { catalogEntry: { version: 7 } },
    ];
    return play([{ ...makePackage(NAME, ['1.0.0']), extra }], {}, async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases.length, dropped], [1, 4]);
    });
  });

  test('of malformed elements alone is a failure', () =>
    play([{ id: NAME, versions: [], extra: [{}, {}] }], {}, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'failed' && fetched.error.name === 'FormatError');
    }));
});

describe('a page', () => {
  const failing = [
    ['is missing', { status: 404, body: '{}' }],
    ['has no items', { status: 200, headers: { 'content-type': 'application/json' }, body: '{"count":3}' }],
    ['is a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>' }],
  ] as const;
  for (const [name, fault] of failing) {
    test(`that ${name} fails the package: it is neither gone nor short`, () =>
      play(
        [makePackage(NAME, numbered(10))],
        { pageSize: 3, fault: ({ path }) => (path.includes('/page/2') ? fault : undefined) },
        async ({ lookUp }) => {
          assert.equal((await lookUp(PURL)).fetched.status, 'failed');
        },
      ));
  }

  for (const [name, pageUrl, problem] of [
    ['at another host', () => 'https://evil.example/page.json', 'is at another origin'],
    ['at no address', () => 'http://[', 'is at another origin'],
    [
      'that is the index',
      (_: string, path: string) => path.replace(/page\/.*/, 'index.json#page'),
      'leads back',
    ],
    [
      'named twice in two ways',
      (_: string, path: string, index: number) => path.replace(/\d+\.json/, `0.json#${index}`),
      'leads back',
    ],
    ['named twice', (_: string, path: string) => path.replace(/\d+\.json/, '0.json'), 'leads back'],
  ] as const) {
    test(`${name} is refused`, () =>
      play([makePackage(NAME, numbered(10))], { pageSize: 3, pageUrl }, async ({ lookUp, asked }) => {
        const { fetched } = await lookUp(PURL);
        assert.ok(fetched.status === 'failed' && fetched.error.name === 'FormatError');
        assert.match(fetched.error.message, new RegExp(problem));
        assert.equal(asked.length, 2);
      }));
  }

  test('of which there are more than 500 is refused', () =>
    play([makePackage(NAME, numbered(501))], { pageSize: 1 }, async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'failed');
      assert.match(fetched.error.message, /more than 500 pages/);
    }));

  test('that lost an item since the index was made shows no absence', () => {
    const body = JSON.stringify({ count: 3, items: [{ catalogEntry: { version: '9.0.0' } }] });
    return play(
      [makePackage(NAME, numbered(9))],
      {
        pageSize: 3,
        fault: ({ path }) =>
          path.includes('/page/1')
            ? { status: 200, headers: { 'content-type': 'application/json' }, body }
            : undefined,
      },
      async ({ lookUp }) => {
        const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
        assert.deepEqual([releases.length, dropped], [7, 2]);
      },
    );
  });

  test('that is malformed is counted', () => {
    const body = JSON.stringify({ items: [7, { items: [{ catalogEntry: { version: '1.0.0' } }] }] });
    return play(
      [makePackage(NAME, ['1.0.0'])],
      {
        fault: ({ path }) =>
          path.endsWith('acme.tool/index.json')
            ? { status: 200, headers: { 'content-type': 'application/json' }, body }
            : undefined,
      },
      async ({ lookUp }) => {
        const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
        assert.deepEqual([releases.length, dropped], [1, 1]);
      },
    );
  });
});

test('a registration of malformed pages alone is a failure', () =>
  play(
    [makePackage(NAME, ['1.0.0'])],
    {
      fault: ({ path }) =>
        path.endsWith('acme.tool/index.json')
          ? { status: 200, headers: { 'content-type': 'application/json' }, body: '{"items":[7]}' }
          : undefined,
    },
    async ({ lookUp }) => assert.equal((await lookUp(PURL)).fetched.status, 'failed'),
  ));

for (const [purl, path] of [
  ['pkg:nuget/a%3Fb%23c', 'a%3Fb%23c/index.json'],
  ['pkg:nuget/..%2F..%2Fb', '..%2F..%2Fb/index.json'],
] as const) {
  test(`${purl} does not leave its place`, () =>
    play([makePackage(NAME, ['1.0.0'])], {}, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(purl);
      assert.equal(fetched.status, 'gone');
      assert.deepEqual(pathsIn(asked).slice(1), [path]);
    }));
}
