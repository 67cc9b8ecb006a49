import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Fetched } from '../../src/sources/source.ts';
import { readHealth, readLedger } from '../../src/store/read.ts';
import { hoursLater } from '../build-release.ts';
import { aStore, DOWN, listed, releases } from './a-store.ts';

const A = 'pkg:npm/a';
const B = 'pkg:npm/b';

describe('data/health.json', () => {
  test('keeps the moment of the first failure, and is empty when all is well', async (t) => {
    const store = await aStore(t);
    await store.run({ [A]: DOWN }, 0);
    const first = await store.bytes();
    await store.run({ [A]: DOWN }, 30);
    assert.deepEqual(await store.bytes(), first);
    await store.run({ [A]: listed('ka', ...releases(1)) }, 31);
    assert.deepEqual((await readHealth(store.data)).failing, []);
    assert.deepEqual(store.subjects(), [
      'data: 1 packages failing',
      'data: import npm/a',
      'data: all sources well',
    ]);
  });

  test('is sorted, and keeps who was not asked about, unless nobody follows them', async (t) => {
    const store = await aStore(t);
    await store.run({ [B]: DOWN, [A]: DOWN, 'pkg:npm/c': DOWN }, 0);
    const packages = async () => (await readHealth(store.data)).failing.map((failure) => failure.package);
    assert.deepEqual(await packages(), [A, B, 'pkg:npm/c']);
    await store.run({ [A]: listed('ka', ...releases(1)) }, 1, [A, B]);
    assert.deepEqual(await packages(), [B]);
  });

  test('leads to one “unreachable” after a day of “gone”', async (t) => {
    const store = await aStore(t);
    const gone: Fetched = { status: 'gone', reason: 'gone', code: 404 };
    await store.run({ [A]: listed('ka', ...releases(1)) }, 0);
    for (const hours of [1, 20, 25, 50]) await store.run({ [A]: gone }, hours);
    const kinds = (await readLedger(store.data)).map(({ kind, at }) => [kind, at]);
    assert.deepEqual(kinds, [
      ['imported', hoursLater(0)],
      ['unreachable', hoursLater(25)],
    ]);
    await store.run({ [A]: listed('ka', ...releases(1)) }, 60);
    assert.equal((await readLedger(store.data)).at(-1)?.kind, 'reachable');
  });
});
