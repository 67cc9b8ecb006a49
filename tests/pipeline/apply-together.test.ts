import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readLedger } from '../../src/store/read.ts';
import { aStore, listed, releases } from './a-store.ts';

// More than 25 packages are one commit, and are written together.
const PURLS = Array.from({ length: 30 }, (_, index) => `pkg:npm/p${String(index).padStart(2, '0')}`);

/** Each package with so many releases, and a few more the later it stands. */
function answersFor(purls: readonly string[], count: number) {
  return Object.fromEntries(
    purls.map((purl) => [purl, listed(purl, ...releases(count + (PURLS.indexOf(purl) % 5)))]),
  );
}

describe('many packages in one run', () => {
  test('leave the same bytes as run by run', async (t) => {
    const [together, apart] = [await aStore(t), await aStore(t)];
    for (const hours of [0, 30]) {
      await together.run(answersFor(PURLS, hours + 1), hours);
      for (const some of [PURLS.slice(0, 15), PURLS.slice(15)]) {
        await apart.run(answersFor(some, hours + 1), hours);
      }
    }
    assert.deepEqual(await together.bytes(), await apart.bytes());
    assert.deepEqual([together.commits.length, apart.commits.length], [3, 61]);
  });

  test('tell every path once, and commit them all', async (t) => {
    const store = await aStore(t);
    const paths = await store.run(answersFor(PURLS, 1), 0);
    const files = PURLS.map((purl) => `data/releases/npm/${purl.slice('pkg:npm/'.length)}.json`);
    const ledger = 'data/changes/2026/11/01.jsonl';
    assert.deepEqual(paths.toSorted(), [ledger, ...files, 'data/health.json'].toSorted());
    assert.deepEqual(store.commits[0]?.paths.toSorted(), [ledger, ...files].toSorted());
    assert.deepEqual(store.remembered, PURLS);
  });

  test('after a run that was killed between the ledger and some files: no second line', async (t) => {
    const store = await aStore(t);
    await store.run(answersFor(PURLS, 1), 0);
    const before = await store.bytes();
    for (const name of ['p03', 'p17']) await rm(join(store.data, `releases/npm/${name}.json`));
    const paths = await store.run(answersFor(PURLS, 1), 1);
    assert.deepEqual(paths, ['data/releases/npm/p03.json', 'data/releases/npm/p17.json']);
    assert.deepEqual(Object.keys(await store.bytes()), Object.keys(before));
    assert.equal((await readLedger(store.data)).length, PURLS.length);
  });
});
