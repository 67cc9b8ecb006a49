import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Fetched } from '../../src/sources/source.ts';
import { WHOLE } from '../../src/store/layout.ts';
import { readHealth, readLedger, readPackage } from '../../src/store/read.ts';
import { writePackage } from '../../src/store/write.ts';
import { aListing, hoursLater } from '../build-release.ts';
import { aStore, DOWN, listed, releases } from './a-store.ts';

const A = 'pkg:npm/a';
const B = 'pkg:npm/b';

describe('a run', () => {
  test('writes the package and its ledger line, commits them, then remembers the receipts', async (t) => {
    const store = await aStore(t);
    const paths = await store.run({ [A]: listed('ka', ...releases(1)) }, 0);
    const files = ['data/releases/npm/a.json', 'data/changes/2026/11/01.jsonl', 'data/health.json'];
    assert.deepEqual(paths, files);
    assert.deepEqual(store.filesAtReceipt(), [
      'changes/2026/11/01.jsonl',
      'health.json',
      'releases/npm/a.json',
    ]);
    assert.deepEqual(store.remembered, ['ka']);
    assert.deepEqual(
      store.commits.map((commit) => commit.paths),
      [files.slice(0, 2), files.slice(2)],
    );
    assert.deepEqual(store.subjects(), ['data: import npm/a', 'data: all sources well']);
    assert.deepEqual(
      (await readLedger(store.data)).map(({ kind, package: purl }) => [kind, purl]),
      [['imported', A]],
    );
  });

  test('over the same state changes no byte and makes no commit, but remembers', async (t) => {
    const store = await aStore(t);
    const answers = { [A]: listed('ka', ...releases(3)), [B]: DOWN };
    await store.run(answers, 0);
    const [before, commits] = [await store.bytes(), store.commits.length];
    assert.deepEqual(await store.run(answers, 5), []);
    assert.deepEqual(await store.bytes(), before);
    assert.deepEqual([store.commits.length, store.remembered], [commits, ['ka', 'ka']]);
  });

  test('remembers nothing when a file could not be written', async (t) => {
    const store = await aStore(t);
    await mkdir(store.data, { recursive: true });
    await writeFile(join(store.data, 'releases'), 'a file where a folder should be');
    const answers = { [A]: listed('ka', ...releases(1)) };
    await assert.rejects(store.run(answers, 0));
    assert.deepEqual([store.remembered, store.commits], [[], []]);
  });

  test('that was killed after the ledger writes the release file, and no second line', async (t) => {
    const store = await aStore(t);
    await store.run({ [A]: listed('ka', ...releases(2)) }, 0);
    const path = join(store.data, 'releases/npm/a.json');
    const before = await readFile(path, 'utf8');
    await store.run({ [A]: listed('ka', ...releases(3)) }, 1);
    await writeFile(path, before);
    await store.run({ [A]: listed('ka', ...releases(3)) }, 2);
    const published = (await readLedger(store.data)).filter(({ kind }) => kind === 'published');
    assert.deepEqual(
      published.map(({ version, at }) => [version, at]),
      [['1.0.2', hoursLater(1)]],
    );
    assert.equal((await readPackage(store.data, parsePackage(A)))?.record.releases.length, 3);
  });
});

describe('commits', () => {
  test('are one a package up to 25 packages, and one for all above', async (t) => {
    const purls = Array.from({ length: 26 }, (_, index) => `pkg:npm/p${index}`);
    for (const [count, expected] of [
      [25, 26],
      [26, 2],
    ] as const) {
      const store = await aStore(t);
      const answers = Object.fromEntries(
        purls.slice(0, count).map((purl) => [purl, listed(purl, ...releases(1))]),
      );
      await store.run(answers, 0);
      assert.equal(store.commits.length, expected);
      assert.equal(store.remembered.length, count);
      const paths = store.commits.flatMap((commit) => commit.paths);
      assert.equal(new Set(paths.filter((path) => path.startsWith('data/releases/'))).size, count);
    }
  });

  test('count the packages with news, not those that were read again', async (t) => {
    const store = await aStore(t);
    const purls = Array.from({ length: 30 }, (_, index) => `pkg:npm/p${index}`);
    const answers = Object.fromEntries(purls.map((purl) => [purl, listed(purl, ...releases(1))]));
    await store.run(answers, 0);
    store.commits.length = 0;
    await store.run({ ...answers, 'pkg:npm/p7': listed('x', ...releases(2)) }, 1);
    assert.deepEqual(store.subjects(), ['release(npm/p7): 1.0.1']);
  });

  test('of a split stand alone, and are no change', async (t) => {
    const store = await aStore(t);
    await store.run({ [A]: listed('ka', ...releases(150)) }, 0);
    store.commits.length = 0;
    await store.run({ [A]: listed('ka', ...releases(151)) }, 1);
    assert.deepEqual(store.subjects(), ['release(npm/a): 1.0.150', 'data: split npm/a by date']);
    assert.deepEqual(store.commits[1]?.paths.toSorted(), [
      'data/releases/npm/a.json',
      'data/releases/npm/a@2023.json',
      'data/releases/npm/a@2024.json',
      'data/releases/npm/a@2025.json',
    ]);
    assert.match(store.commits[1]?.message ?? '', /Data-Op: reshard/);
    assert.deepEqual(
      (await readLedger(store.data)).map(({ kind }) => kind),
      ['imported', 'published'],
    );
    const stored = await readPackage(store.data, parsePackage(A));
    assert.deepEqual([stored?.record.releases.length, stored?.layout.split], [151, true]);
  });

  test('that was killed within a split leaves it to the next run, though there is no news', async (t) => {
    const [calm, killed] = [await aStore(t), await aStore(t)];
    for (const store of [calm, killed]) await store.run({ [A]: listed('ka', ...releases(150)) }, 0);
    await calm.run({ [A]: listed('ka', ...releases(151)) }, 1);
    // As it is written before the split, with a shard that waits for its header.
    const path = join(killed.data, 'releases/npm/a.json');
    const stored = await readPackage(calm.data, parsePackage(A));
    assert.ok(stored !== undefined);
    await writePackage(killed.data, parsePackage(A), stored.record, WHOLE);
    const files = await calm.bytes();
    await writeFile(path.replace('.json', '@2024.json'), files['releases/npm/a@2024.json'] ?? '');
    await killed.run({ [A]: { status: 'unchanged' } }, 2);
    const left = await killed.bytes();
    for (const name of Object.keys(files).filter((one) => one.startsWith('releases/'))) {
      assert.equal(left[name], files[name], name);
    }
    killed.commits.length = 0;
    await killed.run({ [A]: { status: 'unchanged' } }, 3);
    assert.deepEqual(killed.commits, []);
  });

  test('of a large first import lie split at once', async (t) => {
    const store = await aStore(t);
    await store.run({ [A]: listed('ka', ...releases(200)) }, 0);
    assert.equal((await readPackage(store.data, parsePackage(A)))?.layout.split, true);
    assert.equal(store.commits.length, 2);
  });
});

describe('the failure of one package', () => {
  test('that lost its list is one line of its own, and a mark in its file', async (t) => {
    const store = await aStore(t);
    await store.run({ [A]: listed('ka', ...releases(1)), [B]: listed('kb', ...releases(9)) }, 0);
    const before = await store.bytes();
    store.commits.length = 0;
    for (const hours of [1, 2]) await store.run({ [A]: { status: 'unchanged' }, [B]: listed('kb') }, hours);
    const { 'releases/npm/a.json': a, 'releases/npm/b.json': b = '' } = await store.bytes();
    assert.equal(a, before['releases/npm/a.json']);
    assert.equal(b.replace(/.*quarantinedAt.*\n/, ''), before['releases/npm/b.json']);
    assert.deepEqual(store.subjects(), ['edit(npm/b): quarantined', 'data: 1 packages failing']);
    assert.deepEqual(store.remembered, ['ka', 'kb']);
  });

  for (const [name, broken] of [
    ['no answer', DOWN],
    ['gone', { status: 'gone', reason: 'gone', code: 404 }],
    ['a listing that cannot be stored', listed('kb', ...releases(2), aListing({ url: 'no address' }))],
  ] satisfies [string, Fetched][]) {
    test(`leaves the others’ bytes as they would have been: ${name}`, async (t) => {
      const [calm, stormy] = [await aStore(t), await aStore(t)];
      const start = { [A]: listed('ka', ...releases(1)), [B]: listed('kb', ...releases(2)) };
      for (const store of [calm, stormy]) await store.run(start, 0);
      const heldB = (await calm.bytes())['releases/npm/b.json'];
      await calm.run({ [A]: listed('ka2', ...releases(2)), [B]: { status: 'unchanged' } }, 1);
      await stormy.run({ [A]: listed('ka2', ...releases(2)), [B]: broken }, 1);

      const { 'health.json': _, ...calmBytes } = await calm.bytes();
      const { 'health.json': __, ...stormyBytes } = await stormy.bytes();
      assert.deepEqual(stormyBytes, calmBytes);
      assert.equal(stormyBytes['releases/npm/b.json'], heldB);
      assert.deepEqual(stormy.remembered, ['ka', 'kb', 'ka2']);
      const { failing } = await readHealth(stormy.data);
      assert.deepEqual(
        failing.map(({ package: purl, since }) => [purl, since]),
        [[B, hoursLater(1)]],
      );
    });
  }
});
