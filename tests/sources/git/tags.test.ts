import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PackageRecord } from '../../../src/core/package-record.ts';
import { FormatError } from '../../../src/platform/errors.ts';
import type { Fetched } from '../../../src/sources/source.ts';
import { mergeListings } from '../../../src/store/merge.ts';
import { HELD, listingsOf } from '../../contract/scene.ts';
import { type GitRepository, gitHandler } from '../../upstream/git.ts';
import type { Handler } from '../../upstream/upstream.ts';
import { A, aRepository, B, C, onHost, PURL, REFS } from './git-scene.ts';

async function listed(refs: GitRepository['refs'], protocol?: 2 | 0 | 'silent') {
  let found: Extract<Fetched, { status: 'listed' }>['listings'] | undefined;
  let requests: readonly string[] = [];
  await onHost(
    [gitHandler([aRepository(refs)], protocol === undefined ? {} : { protocol })],
    async ({ lookUp }) => {
      const { fetched, asked } = await lookUp(PURL);
      found = listingsOf(fetched);
      requests = asked;
    },
  );
  return { found, requests };
}

const DISCOVERY = 'GET /tool.git/info/refs?service=git-upload-pack';
const LIST = 'POST /tool.git/git-upload-pack';

describe('the tags of a repository', () => {
  for (const [protocol, requests] of [
    [2, [DISCOVERY, LIST]],
    [0, [DISCOVERY]],
  ] as const) {
    test(`by protocol ${protocol}: commits of annotated tags, nothing else`, async () => {
      const refs = { ...REFS, 'refs/pull/1/head': C };
      const { found, requests: asked } = await listed(refs, protocol);
      const releases = [
        { version: 'v1.0.0', commit: A },
        { version: 'v1.1.0', commit: B },
      ];
      assert.deepEqual(found, { upstream: { name: 'tool' }, releases, complete: true, dropped: 0 });
      assert.deepEqual(asked, requests);
    });
  }

  for (const protocol of [2, 0, 'silent'] as const) {
    for (const [name, refs] of [
      ['an empty repository', {}],
      ['one without tags', { 'refs/heads/main': A }],
    ] as const) {
      test(`${name}, by protocol ${protocol}: none, and that is all`, async () => {
        const { found } = await listed(refs, protocol);
        assert.deepEqual(found, { upstream: { name: 'tool' }, releases: [], complete: true, dropped: 0 });
      });
    }
  }

  test('keep their names, however odd', async () => {
    const names = ['a/b/c', 'curl-8_5_0', '@scope/x@1.0.0', 'v1.0.0+x', 'ü-1', '../up', '%2e', 'x?y#z', '"'];
    const refs = Object.fromEntries(names.map((name) => [`refs/tags/${name}`, A]));
    for (const protocol of [2, 0] as const) {
      const { found } = await listed(refs, protocol);
      assert.deepEqual(
        found?.releases.map(({ version }) => version),
        names,
      );
    }
  });

  test('that cannot be stored are dropped and counted', async () => {
    const refs = {
      'refs/tags/a': A,
      'refs/tags/b': 'x',
      [`refs/tags/${'c'.repeat(1025)}`]: A,
      'refs/tags/': A,
      'refs/tags/d\u0001': A,
    };
    const { found } = await listed(refs);
    assert.deepEqual([found?.releases, found?.dropped], [[{ version: 'a', commit: A }], 4]);
    await onHost([gitHandler([aRepository({ 'refs/tags/b': 'x' })])], async ({ lookUp }) => {
      const { fetched } = await lookUp(PURL);
      assert.ok(fetched.status === 'failed' && fetched.error instanceof FormatError);
    });
  });

  test('are all that counts where a server sends more than it was asked for', async () => {
    const server = gitHandler([aRepository(REFS)]);
    const generous: Handler = (asked, origin) =>
      server({ ...asked, body: asked.body.replace('ref-prefix', 'no-prefix!') }, origin);
    await onHost([generous], async ({ lookUp }) => {
      const { releases } = listingsOf((await lookUp(PURL)).fetched);
      assert.deepEqual(
        releases.map(({ version }) => version),
        ['v1.0.0', 'v1.1.0'],
      );
    });
  });

  test('of a repository with sha256 names', async () => {
    const oid = 'd'.repeat(64);
    assert.deepEqual((await listed({ 'refs/tags/a': oid })).found?.releases, [{ version: 'a', commit: oid }]);
  });

  test('as many as 100,000', async () => {
    const refs = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, n) => [`refs/tags/v1.${n}`, A] as const),
    );
    const { found, requests } = await listed(refs);
    assert.deepEqual([found?.releases.length, requests.length], [100_000, 2]);
  });
});

describe('a second look', () => {
  test('is unchanged by the same tags in two requests, whatever else moves', async () => {
    const repositories = [aRepository(REFS)];
    await onHost([gitHandler(repositories)], async ({ lookUp }) => {
      await lookUp(PURL);
      repositories[0] = aRepository({ ...REFS, 'refs/heads/main': A });
      const { fetched, asked } = await lookUp(PURL, { held: HELD });
      assert.deepEqual([fetched.status, asked], ['unchanged', [DISCOVERY, LIST]]);
    });
  });

  test('shows a moved tag by its commit, and a deleted one by its absence', async () => {
    const repositories = [aRepository(REFS)];
    await onHost([gitHandler(repositories)], async ({ lookUp }) => {
      const rules = { at: '2026-01-01T00:00:00Z', since: undefined, isRolling: () => false };
      const first = mergeListings(PURL, undefined, listingsOf((await lookUp(PURL)).fetched), rules);
      const held: PackageRecord | undefined = first.status === 'merged' ? first.record : undefined;
      assert.ok(held !== undefined);
      repositories[0] = aRepository({ 'refs/tags/v1.1.0': { oid: A, peeled: C } });
      const listings = listingsOf((await lookUp(PURL, { held })).fetched);
      const second = mergeListings(PURL, held, listings, { ...rules, at: '2026-01-03T00:00:00Z' });
      assert.ok(second.status === 'merged');
      assert.deepEqual(
        second.changes.map(({ kind, subject, before, after }) => [kind, subject, before, after]),
        [['tag-moved', 'v1.1.0', B, C]],
      );
      assert.equal(
        second.record.releases.find(({ version }) => version === 'v1.0.0')?.missingSince,
        '2026-01-03T00:00:00Z',
      );
    });
  });
});
