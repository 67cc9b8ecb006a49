import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { readFollowed } from '../../../src/pipeline/watch/followed.ts';
import { aListing, aProject, hoursLater } from '../../build-release.ts';
import { aStore, DOWN, listed } from '../a-store.ts';

const at = hoursLater(60);

function release(version: string, publishedAt: string) {
  return aListing({ version, publishedAt });
}

test('of each package, what data/ says: when it last released, what waits, what fails', async (t) => {
  const store = await aStore(t);
  const old = release('1.0.0', '2026-01-01T00:00:00Z');
  const newest = release('1.1.0', '2026-09-09T09:09:09Z');
  const names = ['pkg:npm/calm', 'pkg:npm/waits', 'pkg:npm/down', 'pkg:npm/never'];
  const all = { 'pkg:npm/calm': listed('a', old, newest), 'pkg:npm/waits': listed('b', old, newest) };
  await store.run(all, 0, names);
  await store.run({ 'pkg:npm/waits': listed('c', newest), 'pkg:npm/down': DOWN }, 30, names);
  const projects = names.map((purl) => aProject({ id: purl, package: parsePackage(purl) }));
  const workspace = { root: '', data: store.data, cache: '', projects };

  const facts = async (when: string) => {
    const followed = await readFollowed(workspace, when);
    const byPurl = followed.toSorted((a, b) => names.indexOf(a.purl) - names.indexOf(b.purl));
    return byPurl.map(({ purl, newestAt, waits, isFailing }) => [purl, newestAt, waits, isFailing]);
  };
  assert.deepEqual(await facts(at), [
    ['pkg:npm/calm', newest.publishedAt, false, false],
    ['pkg:npm/waits', newest.publishedAt, true, false],
    ['pkg:npm/down', undefined, false, true],
    ['pkg:npm/never', undefined, false, false],
  ]);
  const [, waiting] = await facts(hoursLater(40));
  assert.deepEqual(waiting, ['pkg:npm/waits', newest.publishedAt, false, false], 'its day is not over');
});
