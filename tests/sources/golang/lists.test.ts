import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError } from '../../../src/platform/errors.ts';
import { listingsOf } from '../../contract/scene.ts';
import { aModule, HASH, holding, onProxy, PATH, PURL, V1, V2 } from './golang-scene.ts';

const ADDRESS = '/acme.example/!tool';
const PSEUDO = 'v0.0.0-20260101000000-aaaaaaaaaaaa';

describe('a module of a proxy', () => {
  test('is read with dates, commits, go.mod and changelog', async () => {
    const files = { 'CHANGELOG.md': '## 1.1.0\n\n- Second\n\n## v1.0.0\n\n- First\n' };
    await onProxy([aModule({ 'v1.1.0': { ...V2, files }, 'v1.0.0': V1 })], async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      const marks = { yanked: false, deprecated: false, notesFrom: 'changelog' };
      assert.deepEqual(listingsOf(fetched), {
        upstream: { name: PATH, repository: 'https://acme.example/Tool' },
        releases: [
          { version: 'v1.0.0', publishedAt: V1.time, commit: HASH, notes: '- First', ...marks },
          {
            version: 'v1.1.0',
            publishedAt: '2026-01-31T22:00:00Z',
            commit: V2.hash,
            notes: '- Second',
            ...marks,
          },
        ],
        complete: true,
        dropped: 0,
      });
      assert.deepEqual(asked.toSorted(), [
        `GET ${ADDRESS}/@v/list`,
        `GET ${ADDRESS}/@v/v1.0.0.info`,
        `GET ${ADDRESS}/@v/v1.1.0.info`,
        `GET ${ADDRESS}/@v/v1.1.0.mod`,
        `GET ${ADDRESS}/@v/v1.1.0.zip`,
        `GET ${ADDRESS}/v2/@v/list`,
      ]);
    });
  });

  test('is unchanged by the lists alone, in whatever order', async () => {
    const modules = [aModule({ 'v1.0.0': V1, 'v1.1.0': V2 })];
    await onProxy(modules, async ({ lookUp }) => {
      await lookUp(PURL);
      modules[0] = aModule({ 'v1.1.0': V2, 'v1.0.0': V1 });
      const { fetched, asked } = await lookUp(PURL, holding({}));
      assert.equal(fetched.status, 'unchanged');
      assert.deepEqual(asked, [`GET ${ADDRESS}/@v/list`, `GET ${ADDRESS}/v2/@v/list`]);
    });
  });

  test('with a new version is asked for that one only; the rest stays unsaid', async () => {
    const modules = [aModule({ 'v1.0.0': V1 })];
    await onProxy(modules, async ({ lookUp }) => {
      await lookUp(PURL);
      modules[0] = aModule({ 'v1.0.0': V1, 'v1.1.0': V2 });
      const { fetched, asked } = await lookUp(PURL, holding({ 'v1.0.0': V1.time }));
      assert.deepEqual(
        asked.filter((line) => line.includes('.info')),
        [`GET ${ADDRESS}/@v/v1.1.0.info`],
      );
      const [old] = listingsOf(fetched).releases;
      assert.deepEqual(old, { version: 'v1.0.0', yanked: false, deprecated: false });
    });
  });

  test('lines that are no version are dropped and counted; a list without any is refused', async () => {
    const modules = [{ ...aModule({ 'v1.0.0': V1 }), lines: ['v1', 'v1.0.0', '../x'] }];
    await onProxy(modules, async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases.length, dropped], [1, 2]);
      modules[0] = { ...aModule({}), lines: ['not found'] };
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'failed' && fetched.error instanceof FormatError);
    });
  });
});

describe('major versions', () => {
  async function listed(paths: Readonly<Record<string, readonly string[]>>, purl = PURL) {
    const modules = Object.entries(paths).map(([path, versions]) =>
      aModule(Object.fromEntries(versions.map((version) => [version, V1])), path),
    );
    let versions: string[] = [];
    let lists: string[] = [];
    await onProxy(modules, async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(purl);
      versions = listingsOf(fetched).releases.map(({ version }) => version);
      lists = asked.filter((line) => line.endsWith('/list')).map((line) => line.slice(4, -8));
    });
    return { versions, lists };
  }

  test('are followed until one is missing', async () => {
    const found = await listed({
      [PATH]: ['v1.0.0'],
      [`${PATH}/v2`]: ['v2.0.0'],
      [`${PATH}/v4`]: ['v4.0.0'],
    });
    assert.deepEqual(found, {
      versions: ['v1.0.0', 'v2.0.0'],
      lists: [ADDRESS, `${ADDRESS}/v2`, `${ADDRESS}/v3`],
    });
  });

  test('go on where +incompatible ones end', async () => {
    const found = await listed({
      [PATH]: ['v17.0.0+incompatible', 'v3.0.0+incompatible'],
      [`${PATH}/v18`]: ['v18.0.0'],
    });
    assert.deepEqual(found, {
      versions: ['v17.0.0+incompatible', 'v3.0.0+incompatible', 'v18.0.0'],
      lists: ['', '/v2', '/v17', '/v18', '/v19'].map((major) => ADDRESS + major),
    });
  });

  test('begin within a major that has +incompatible versions', async () => {
    const found = await listed({ [PATH]: ['v2.0.0+incompatible'], [`${PATH}/v2`]: ['v2.1.0'] });
    assert.deepEqual(found.versions, ['v2.0.0+incompatible', 'v2.1.0']);
    assert.deepEqual(
      found.lists,
      ['', '/v2', '/v3'].map((major) => ADDRESS + major),
    );
  });

  test('end at one without versions', async () => {
    const found = await listed({ [PATH]: ['v1.0.0'], [`${PATH}/v2`]: [] });
    assert.deepEqual(found.lists, [ADDRESS, `${ADDRESS}/v2`]);
  });

  for (const path of ['acme.example/Tool/v2', 'gopkg.in/yaml.v2']) {
    test(`are not looked for beyond ${path}`, async () => {
      const { versions, lists } = await listed({ [path]: ['v2.0.0'] }, `pkg:golang/${path}`);
      assert.deepEqual([versions, lists.length], [['v2.0.0'], 1]);
    });
  }

  test('a list that cannot be read is a failure of the whole: the rest would look like all there is', async () => {
    const fault = ({ path }: { path: string }) => (path.includes('/v2/') ? { status: 500 } : undefined);
    await onProxy(
      [aModule({ 'v1.0.0': V1 })],
      async ({ lookUp }) => assert.equal((await lookUp(PURL)).fetched.status, 'failed'),
      fault,
    );
  });

  test('one that is refused is not there', async () => {
    const fault = ({ path }: { path: string }) => (path.includes('/v2/') ? { status: 403 } : undefined);
    await onProxy(
      [aModule({ 'v1.0.0': V1 })],
      async ({ lookUp }) => assert.equal((await lookUp(PURL)).fetched.status, 'listed'),
      fault,
    );
  });

  test('of another major in a list do not count', async () => {
    const modules = [
      aModule({ 'v1.0.0': V1 }),
      { ...aModule({ 'v2.0.0': V1 }, `${PATH}/v2`), lines: ['v1.0.0', 'v3.0.0'] },
    ];
    await onProxy(modules, async ({ lookUp }) => {
      const { releases, dropped } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual([releases.map(({ version }) => version), dropped], [['v1.0.0', 'v2.0.0'], 2]);
    });
  });
});

test('a version that the list has forgotten is still there, unless it was withdrawn before', async () => {
  await onProxy([aModule({ 'v1.1.0': V1 })], async ({ lookUp }) => {
    const { held } = holding({ 'v1.0.0': V1.time, 'v0.9.0': V1.time, 'v1.1.0': V1.time });
    const releases = held.releases.map((release) =>
      release.version === 'v0.9.0' ? { ...release, withdrawnAt: '2026-03-02T00:00:00Z' } : release,
    );
    const { fetched } = await lookUp(PURL, { held: { ...held, releases } });
    const versions = listingsOf(fetched).releases.map(({ version }) => version);
    assert.deepEqual(versions, ['v1.0.0', 'v1.1.0']);
  });
});

describe('a module without tags', () => {
  const untagged = { ...aModule({ [PSEUDO]: V1 }), latest: PSEUDO };

  test('has the version of its newest commit', async () => {
    await onProxy([untagged], async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      const [release, ...more] = listingsOf(fetched).releases;
      assert.deepEqual([release?.version, release?.publishedAt, more], [PSEUDO, V1.time, []]);
      assert.ok(asked.includes(`GET ${ADDRESS}/@latest`));
      assert.equal((await lookUp(PURL, holding({ [PSEUDO]: V1.time }))).fetched.status, 'unchanged');
    });
  });

  test('keeps the earlier ones, which the proxy still has', async () => {
    const old = 'v0.0.0-20250101000000-bbbbbbbbbbbb';
    await onProxy([untagged], async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL, holding({ [old]: V1.time, 'v0.1.0': V1.time }));
      const versions = listingsOf(fetched).releases.map(({ version }) => version);
      assert.deepEqual(versions, [old, 'v0.1.0', PSEUDO]);
    });
  });

  test('is gone where even that is missing', async () => {
    for (const status of [404, 410]) {
      const fault = ({ path }: { path: string }) => (path.endsWith('@latest') ? { status } : undefined);
      await onProxy(
        [untagged],
        async ({ lookUp }) => {
          const { fetched } = await lookUp(PURL);
          assert.ok(fetched.status === 'gone' && fetched.code === status);
        },
        fault,
      );
    }
  });

  for (const body of ['{}', '{"Version":"x/../y"}', '{"Version":5}', '[]', 'v1.0.0']) {
    test(`is a failure where the reply is ${body}`, async () => {
      const fault = ({ path }: { path: string }) =>
        path.endsWith('@latest') ? { status: 200, body } : undefined;
      await onProxy(
        [untagged],
        async ({ lookUp }) => {
          const { fetched } = await lookUp(PURL);
          assert.ok(fetched.status === 'failed' && fetched.error instanceof FormatError);
        },
        fault,
      );
    });
  }
});
