import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { WHOLE } from '../../../src/store/layout.ts';
import { readPackage } from '../../../src/store/read.ts';
import { writePackage } from '../../../src/store/write.ts';
import { hoursLater } from '../../build-release.ts';
import { listed, releases } from '../a-store.ts';
import { A, aHistory, B, claiming, DAY_1, FILE_A, FILE_B, type History, told } from './a-history.ts';

const AT = hoursLater(9);
const PATH_A = FILE_A.slice('data/'.length);

async function twoPackages(history: History, count = 3): Promise<void> {
  await history.run({ [A]: listed('a', ...releases(count)), [B]: listed('b', ...releases(2)) }, 0);
}

/** Splits the package A by year, and may change what it holds. */
async function split({ root }: History, change: (title: string) => string): Promise<void> {
  const data = join(root, 'data');
  const { record } = (await readPackage(data, parsePackage(A))) ?? assert.fail();
  const changed = record.releases.map((one) => ({ ...one, title: change('title') }));
  const periods = new Map(record.releases.map((one) => [one.version, one.publishedAt?.slice(0, 4) ?? '']));
  const kept = change('') === '' ? record.releases : changed;
  await writePackage(data, parsePackage(A), { ...record, releases: kept }, { split: true, periods });
}

describe('a split', () => {
  test('that moves releases only is none of a change', async (t) => {
    const history = await aHistory(t);
    await twoPackages(history);
    await split(history, () => '');
    history.commit(claiming('reshard', 9), AT);
    assert.deepEqual((await history.verify()).problems, []);
  });

  test('that changes a release is found', async (t) => {
    const history = await aHistory(t);
    await twoPackages(history);
    await split(history, (title) => `${title}!`);
    const X = history.commit(claiming('reshard', 9), AT);
    const problem = 'a split changes the package, not only its files';
    assert.deepEqual(told(await history.verify(), { X }), [`X ${PATH_A} ${problem}`]);
  });

  test('that loses a year is found, also if a run claims it', async (t) => {
    for (const [operation, problem] of [
      ['reshard', 'a split changes the package, not only its files'],
      ['scrape', '1.0.1 is gone: a run never deletes a release'],
    ] as const) {
      const history = await aHistory(t);
      await twoPackages(history);
      await split(history, () => '');
      history.commit(claiming('reshard', 9), AT);
      rmSync(join(history.root, 'data/releases/npm/a@2024.json'));
      const X = history.commit(claiming(operation, 9), AT);
      assert.deepEqual(told(await history.verify(), { X }), [`X ${PATH_A} ${problem}`]);
    }
  });

  test('whose header is gone, or of another package, is found', async (t) => {
    for (const change of [() => '', (text: string) => text.replace('npm/a', 'npm/c')]) {
      const history = await aHistory(t);
      await twoPackages(history);
      await split(history, () => '');
      history.commit(claiming('reshard', 9), AT);
      history.edit(FILE_A, change);
      if (history.read(FILE_A) === '') rmSync(join(history.root, FILE_A));
      const X = history.commit(claiming('reshard', 9), AT);
      assert.match(told(await history.verify(), { X }).join('\n'), /^X .*it is not what Tidings writes: .*$/);
    }
  });

  test('killed half-way is read as the store reads it: the month wins', async (t) => {
    const history = await aHistory(t);
    await twoPackages(history);
    await split(history, () => '');
    history.commit(claiming('reshard', 9), AT);
    const year = history.read('data/releases/npm/a@2024.json');
    history.write('data/releases/npm/a@2024-01.json', year);
    history.commit(claiming('reshard', 9), AT);
    history.edit('data/releases/npm/a@2024.json', (text) =>
      text.replace('"seenAt"', '"author": "x",\n      "seenAt"'),
    );
    const names = readdirSync(join(history.root, 'data/releases/npm'));
    assert.ok(names.includes('a@2024-01.json'));
    const stored = await readPackage(join(history.root, 'data'), parsePackage(A));
    assert.equal(stored?.layout.periods.get('1.0.1'), '2024-01');
  });
});

describe('pruning', () => {
  test('takes whole packages', async (t) => {
    const history = await aHistory(t);
    await twoPackages(history);
    rmSync(join(history.root, FILE_B));
    history.commit(claiming('prune', 9), AT);
    const { problems, packages, lines } = await history.verify();
    assert.deepEqual([problems, packages, lines], [[], 1, 2]);
  });

  test('that leaves a part, or takes it by a run, is found', async (t) => {
    for (const [operation, problem] of [
      ['prune', 'pruning leaves a part of the package'],
      ['scrape', '1.0.1 is gone: a run never deletes a release'],
    ] as const) {
      const history = await aHistory(t);
      await twoPackages(history);
      const pkg = parsePackage(A);
      const { record } = (await readPackage(join(history.root, 'data'), pkg)) ?? assert.fail();
      const kept = record.releases.filter(({ version }) => version !== '1.0.1');
      await writePackage(join(history.root, 'data'), pkg, { ...record, releases: kept }, WHOLE);
      const X = history.commit(claiming(operation, 9), AT);
      assert.deepEqual(told(await history.verify(), { X }), [`X ${PATH_A} ${problem}`]);
    }
  });

  test('by a run is found', async (t) => {
    const history = await aHistory(t);
    await twoPackages(history);
    rmSync(join(history.root, FILE_A));
    const X = history.commit(claiming('scrape', 9), AT);
    const problem = 'the package is removed: a run never does that';
    assert.deepEqual(told(await history.verify(), { X }), [`X ${PATH_A} ${problem}`]);
  });
});

describe('the ledger', () => {
  for (const operation of ['reshard', 'prune', 'migrate', 'advise']) {
    test(`is not written by ${operation}`, async (t) => {
      const history = await aHistory(t);
      await twoPackages(history);
      history.edit(DAY_1, (text) => text + text.replace(/"imported"/g, '"published"'));
      const X = history.commit(claiming(operation, 9), AT);
      const problems = told(await history.verify(), { X });
      const place = DAY_1.slice('data/'.length);
      assert.deepEqual(
        problems,
        [3, 4].map((line) => `X ${place}:${line} nothing tells of this line`),
      );
    });
  }
});

test('a migration may change every byte of the releases; an unknown operation none', async (t) => {
  const history = await aHistory(t);
  await twoPackages(history);
  history.edit(FILE_A, (text) => text.replace('"upstream": {}', '"upstream": { "license": "MIT" }'));
  history.commit(claiming('migrate', 9), AT);
  assert.deepEqual((await history.verify()).problems, []);
  history.edit(FILE_A, (text) => text.replace('MIT', 'ISC'));
  const X = history.commit(claiming('polish', 9), AT);
  const problem = `X ${PATH_A} “polish” is no operation on releases`;
  assert.deepEqual(told(await history.verify(), { X }), [problem]);
});

test('a package that no watchlist follows is written by no run', async (t) => {
  const history = await aHistory(t);
  await twoPackages(history);
  history.write('data/releases/npm/c.json', history.read(FILE_A).replace('npm/a', 'npm/c'));
  const X = history.commit(claiming('import', 0), hoursLater(0));
  const problem = 'X releases/npm/c.json no watchlist of this commit follows pkg:npm/c';
  assert.deepEqual(told(await history.verify(), { X }), [problem]);
});
