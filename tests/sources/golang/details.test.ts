import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MOST_DATES } from '../../../src/sources/golang/read-dates.ts';
import { listingsOf } from '../../contract/scene.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';
import { aModule, holding, onProxy, PATH, PURL, V1, V2 } from './golang-scene.ts';

type Release = { readonly version: string; readonly yanked?: unknown; readonly deprecated?: unknown };

function marks(releases: readonly Release[]) {
  return releases.map(({ version, yanked, deprecated }) => [version, yanked, deprecated]);
}

/** Answers like this for files with this ending. */
function failing(ending: string, fault: Fault) {
  return ({ path }: Asked) => (path.endsWith(ending) ? fault : undefined);
}

describe('what go.mod says', () => {
  test('a retraction yanks, a deprecation is told by the newest version of its major', async () => {
    const mod = `// Deprecated: use v2\nmodule ${PATH}\n\nretract [v1.0.0, v1.0.9] // broken\n`;
    const modules = [
      aModule({ 'v1.0.0': V1, 'v1.1.0': { ...V1, mod }, 'v1.2.0-rc.1': V1 }),
      aModule({ 'v2.0.0': V1 }, `${PATH}/v2`),
    ];
    await onProxy(modules, async ({ lookUp }) => {
      const { releases, upstream } = listingsOf((await lookUp(PURL)).fetched);
      // What is silent may hold the mark from a time when it was the newest.
      assert.deepEqual(marks(releases), [
        ['v1.0.0', 'broken', undefined],
        ['v1.1.0', false, 'use v2'],
        ['v1.2.0-rc.1', false, undefined],
        ['v2.0.0', false, false],
      ]);
      assert.equal(upstream.name, PATH);
    });
  });

  test('is asked for again only where a list has changed, and else unsaid', async () => {
    const modules = [aModule({ 'v1.0.0': V1 }), aModule({ 'v2.0.0': V1 }, `${PATH}/v2`)];
    await onProxy(modules, async ({ lookUp }) => {
      await lookUp(PURL);
      modules[1] = aModule({ 'v2.0.0': V1, 'v2.1.0': V2 }, `${PATH}/v2`);
      const { fetched, asked } = await lookUp(PURL, holding({ 'v1.0.0': V1.time, 'v2.0.0': V1.time }));
      assert.deepEqual(
        asked.filter((line) => line.endsWith('.mod')),
        ['GET /acme.example/!tool/v2/@v/v2.1.0.mod'],
      );
      assert.deepEqual(marks(listingsOf(fetched).releases), [
        ['v1.0.0', undefined, undefined],
        ['v2.0.0', false, false],
        ['v2.1.0', false, false],
      ]);
    });
  });

  test('stays as it is held where nothing new was read', async () => {
    const modules = [aModule({ 'v1.0.0': V1 }), aModule({ 'v2.0.0': V1 }, `${PATH}/v2`)];
    await onProxy(modules, async ({ lookUp }) => {
      await lookUp(PURL);
      modules[0] = aModule({ 'v1.0.0': V1, 'v1.1.0': V2 });
      const { held } = holding({ 'v1.0.0': V1.time, 'v2.0.0': V1.time });
      const upstream = { name: 'acme.example/renamed', repository: 'https://acme.example/held' };
      const { fetched } = await lookUp(PURL, { held: { ...held, upstream } });
      assert.deepEqual(listingsOf(fetched).upstream, upstream);
    });
  });

  for (const [name, path, mod, expected] of [
    ['another module', PATH, 'module acme.example/tool', 'acme.example/tool'],
    ['nothing', PATH, 'go 1.24', PATH],
    ['a later major', PATH, `module ${PATH}/v3`, PATH],
    ['the major that was asked for', `${PATH}/v2`, `module ${PATH}/v2`, `${PATH}/v2`],
  ] as const) {
    test(`a name: ${name}`, async () => {
      await onProxy([aModule({ 'v1.0.0': { ...V1, mod } }, path)], async ({ lookUp }) => {
        const { fetched } = await lookUp(`pkg:golang/${path}`);
        assert.equal(listingsOf(fetched).upstream.name, expected);
      });
    });
  }

  test('a failure is told, and tried again where it may pass', async () => {
    for (const [fault, again] of [
      [{ status: 500 }, true],
      [{ status: 404 }, false],
      [{ status: 200, body: Buffer.from([0xff]) }, false],
    ] as const) {
      await onProxy(
        [aModule({ 'v1.0.0': V1 })],
        async ({ lookUp }) => {
          const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
          assert.deepEqual([marks(releases), dropped], [[['v1.0.0', undefined, undefined]], 1]);
          const { asked } = await lookUp(PURL, holding({ 'v1.0.0': V1.time }));
          assert.equal(
            asked.some((line) => line.endsWith('.mod')),
            again,
          );
        },
        failing('.mod', fault),
      );
    }
  });
});

describe('notes', () => {
  const files = { 'CHANGELOG.md': '## 2.0.0\n\n- Third\n\n## 1.0.0\n\n- First\n' };
  const versions = { 'v1.0.0': V1, 'v2.0.0+incompatible': V1, 'v1.1.0': { ...V2, files } };

  test('are those of the newest module, by version', async () => {
    await onProxy([aModule(versions)], async ({ lookUp }) => {
      const { releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual(
        releases.map(({ version, notes, notesFrom }) => [version, notes, notesFrom]),
        [
          ['v1.0.0', '- First', 'changelog'],
          ['v1.1.0', undefined, undefined],
          ['v2.0.0+incompatible', '- Third', 'changelog'],
        ],
      );
    });
  });

  test('are read again only where the newest version is another one', async () => {
    const modules = [aModule(versions)];
    await onProxy(modules, async ({ lookUp }) => {
      await lookUp(PURL);
      modules[0] = aModule({ ...versions, 'v1.0.1': V1 });
      const { asked, fetched } = await lookUp(PURL, holding({}));
      assert.equal(
        asked.some((line) => line.endsWith('.zip')),
        false,
      );
      assert.equal(listingsOf(fetched).releases[0]?.notes, undefined);
      modules[0] = aModule({ ...versions, 'v1.2.0': V1 });
      assert.ok((await lookUp(PURL, holding({}))).asked.includes('GET /acme.example/!tool/@v/v1.2.0.zip'));
    });
  });

  test('that cannot be read are told, and tried again where the failure may pass', async () => {
    for (const [fault, again] of [
      [{ status: 500 }, true],
      [{ status: 404 }, false],
      [{ status: 200, body: 'no archive' }, false],
    ] as const) {
      await onProxy(
        [aModule(versions)],
        async ({ lookUp }) => {
          assert.equal(listingsOf((await lookUp(PURL)).fetched).dropped, 1);
          const { asked } = await lookUp(PURL, holding({ 'v1.0.0': V1.time }));
          assert.equal(
            asked.some((line) => line.endsWith('.zip')),
            again,
          );
        },
        failing('.zip', fault),
      );
    }
  });
});

test('ten thousand versions are listed in no time', async () => {
  const versions = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`v1.${n}.0`, V1] as const));
  await onProxy([aModule(versions)], async ({ lookUp }) => {
    const { fetched, asked } = await lookUp(PURL);
    assert.equal(listingsOf(fetched).releases.length, 10_000);
    assert.equal(asked.length, MOST_DATES + 4);
  });
});

test('a hostile name does not leave its place', async () => {
  await onProxy([], async ({ lookUp }) => {
    const { fetched, asked } = await lookUp('pkg:golang/a.example/x%2F..%2F..%2Fy%3Fz%23');
    assert.equal(fetched.status, 'gone');
    assert.deepEqual(asked, ['GET /a.example/x%2F..%2F..%2Fy%3Fz%23/@v/list']);
  });
});
