import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { npm } from '../../../src/sources/npm/npm.ts';
import { npmHandler } from '../../upstream/npm.ts';
import { makePackage, publish } from '../../upstream/npm-package.ts';
import type { Handler } from '../../upstream/upstream.ts';
import { HELD, listed, notesOf, play } from './npm-scene.ts';
import { npmWorld } from './npm-world.ts';

describe('a full-featured registry', () => {
  test('is asked for both documents and one tarball at first, then for the small document alone', () =>
    play({}, async ({ lookUp }) => {
      const first = await lookUp();
      assert.deepEqual(first.asked, ['abbreviated', 'full', 'tarball']);
      assert.deepEqual(notesOf(first.fetched), {
        '1.0.0': '- Notes of 1.0.0',
        '1.1.0': '- Notes of 1.1.0',
        '1.2.0': '- Notes of 1.2.0',
      });
      assert.equal(listed(first.fetched).listings.releases[0]?.notesFrom, 'changelog');
      const second = await lookUp(HELD);
      assert.equal(second.fetched.status, 'unchanged');
      assert.deepEqual(second.asked, ['abbreviated, conditional']);
    }));

  test('is asked for all of it where nothing is held, whatever is remembered', () =>
    play({}, async ({ lookUp }) => {
      await lookUp();
      const again = await lookUp();
      assert.deepEqual(again.asked, ['abbreviated', 'full', 'tarball']);
      assert.equal(listed(again.fetched).listings.releases.length, 3);
    }));

  test('a new version brings the notes of its tarball', () =>
    play({}, async ({ packages, lookUp }) => {
      await lookUp();
      packages.splice(0, 1, publish(packages[0] ?? assert.fail(), '1.2.1'));
      const { fetched, asked } = await lookUp(HELD);
      assert.deepEqual(asked, ['abbreviated, conditional', 'full', 'tarball']);
      assert.equal(notesOf(fetched)['1.2.1'], '- Notes of 1.2.1');
      assert.equal((await lookUp(HELD)).fetched.status, 'unchanged');
    }));

  test('a change elsewhere does not read the same tarball again: notes stay unsaid', () =>
    play({}, async ({ packages, lookUp }) => {
      await lookUp();
      const [pkg] = packages;
      assert.ok(pkg);
      packages.splice(0, 1, { ...pkg, tags: { ...pkg.tags, next: '1.1.0' } });
      const { fetched, asked } = await lookUp(HELD);
      assert.deepEqual(asked, ['abbreviated, conditional', 'full']);
      assert.deepEqual(notesOf(fetched), { '1.0.0': undefined, '1.1.0': undefined, '1.2.0': undefined });
      assert.equal(listed(fetched).listings.upstream.tags?.['next'], '1.1.0');
      assert.equal(listed(fetched).listings.dropped, 0);
    }));

  test('another time span is read anew, documents and notes', () =>
    play({}, async ({ lookUp }) => {
      const some = await lookUp({ since: '2024-01-03T00:00:00Z' });
      assert.deepEqual(Object.keys(notesOf(some.fetched)), ['1.2.0']);
      const all = await lookUp({ ...HELD, since: '2024-01-02T00:00:00Z' });
      assert.deepEqual(notesOf(all.fetched), { '1.1.0': '- Notes of 1.1.0', '1.2.0': '- Notes of 1.2.0' });
    }));

  test('a full document older than the abbreviated one is not remembered', () =>
    play({ first: staleFull }, async ({ lookUp }) => {
      const { fetched } = await lookUp();
      assert.deepEqual(listed(fetched).listings.upstream.tags, { latest: '1.0.0' });
      assert.equal((await lookUp(HELD)).fetched.status, 'listed');
    }));
});

// The cache of the full document still has the package as it was with one version.
const staleFull: Handler = (asked, origin) => {
  if (asked.path.endsWith('.tgz') || asked.headers['accept']?.includes('install-v1')) return undefined;
  return npmHandler([makePackage('@acme/tool', 1)], { kind: 'full-featured' })(asked, origin);
};

describe('a plain registry', () => {
  test('is asked once, and recognised by what it says', () =>
    play({ kind: 'plain' }, async ({ packages, lookUp }) => {
      const first = await lookUp();
      assert.deepEqual(first.asked, ['abbreviated', 'tarball']);
      assert.equal(listed(first.fetched).listings.upstream.license, 'MIT');
      const second = await lookUp(HELD);
      assert.equal(second.fetched.status, 'unchanged');
      assert.deepEqual(second.asked, ['abbreviated']);
      packages.splice(0, 1, publish(packages[0] ?? assert.fail(), '1.3.0'));
      const third = await lookUp(HELD);
      assert.deepEqual(third.asked, ['abbreviated', 'tarball']);
      assert.equal(notesOf(third.fetched)['1.3.0'], '- Notes of 1.3.0');
    }));

  test('a date is not taken for a validator', () =>
    play({ kind: 'plain', first: dated }, async ({ lookUp }) => {
      await lookUp();
      assert.deepEqual((await lookUp(HELD)).asked, ['abbreviated']);
    }));
});

const dated: Handler = async (asked, origin) => {
  const served = await npmHandler([makePackage('@acme/tool')], { kind: 'plain' })(asked, origin);
  return (
    served && { ...served, headers: { ...served.headers, 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT' } }
  );
};

for (const kind of ['full-featured', 'plain'] as const) {
  test(`a document of 12 MB is read (${kind})`, () =>
    play({ kind }, async ({ packages, lookUp }) => {
      packages.splice(0, 1, { ...makePackage('@acme/tool'), extra: { readme: 'x'.repeat(12_000_000) } });
      assert.equal(listed((await lookUp()).fetched).listings.releases.length, 3);
    }));
}

test('nothing is asked, and npm’s configuration not read, where nothing is looked up', async () => {
  const world = await npmWorld('http://127.0.0.1:9');
  for await (const answer of npm.fetch([], { ...world, root: '/nowhere' })) assert.fail(answer.package.purl);
});
