import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { FormatError } from '../../src/platform/errors.ts';
import { listFiles } from '../../src/platform/files.ts';
import { toChange } from '../../src/store/classify.ts';
import { WHOLE } from '../../src/store/layout.ts';
import { findUnwatched, prunePackages } from '../../src/store/prune.ts';
import { readHealth, readPackage } from '../../src/store/read.ts';
import { writeSummaries } from '../../src/store/summaries.ts';
import { appendChanges, writeHealth, writePackage } from '../../src/store/write.ts';
import { aFolder, aRecord, aRelease } from '../build-release.ts';
import { writeFiles } from '../write-files.ts';

const AT = '2026-11-20T10:00:00Z';
const BY_YEAR = { split: true, periods: new Map([['v1.0.0', '2026']]) };
const WATCHED = ['pkg:npm/axios', 'pkg:npm/%40acme/tool'].map(parsePackage);

/** Two packages that are watched, and one that was; its files lie in two. */
async function aStore(t: TestContext, others: readonly string[] = []): Promise<string> {
  const data = await aFolder(t);
  for (const pkg of [...WATCHED, ...others.map(parsePackage)]) {
    const record = aRecord({ package: pkg.purl, releases: [aRelease()] });
    await writePackage(data, pkg, record, pkg.purl.includes('old') ? BY_YEAR : WHOLE);
    await appendChanges(data, [toChange({ kind: 'published' }, pkg.purl, 'v1.0.0', AT)], AT);
  }
  return data;
}

describe('what nobody follows', () => {
  test('is nothing, where every package is followed', async (t) => {
    assert.deepEqual(await findUnwatched(await aStore(t), WATCHED), []);
    assert.deepEqual(await findUnwatched(await aFolder(t), WATCHED), []);
  });

  for (const [purl, paths] of [
    ['pkg:npm/old', ['releases/npm/old.json', 'releases/npm/old@2026.json']],
    ['pkg:npm/axios-old', ['releases/npm/axios-old.json', 'releases/npm/axios-old@2026.json']],
    ['pkg:npm/tool', ['releases/npm/tool.json']],
    ['pkg:github/acme/tool', ['releases/github/acme/tool.json']],
    ['pkg:gitlab/acme/tool?repository_url=git.example', ['releases/gitlab/~git.example/acme/tool.json']],
  ] as const) {
    test(`is found with all of its files: ${purl}`, async (t) => {
      const found = await findUnwatched(await aStore(t, [purl]), WATCHED);
      assert.deepEqual(found, [{ package: purl, paths }]);
    });
  }

  test('is found with its summaries, also where nothing else is left of it', async (t) => {
    const data = await aStore(t, ['pkg:npm/old']);
    const summary = { version: '1', notes: `sha256:${'a'.repeat(64)}`, model: 'm', prompt: 1 };
    for (const purl of ['pkg:npm/axios', 'pkg:npm/old', 'pkg:npm/older']) {
      await writeSummaries(data, parsePackage(purl), [summary]);
    }
    const found = await findUnwatched(data, WATCHED);
    assert.deepEqual(found, [
      {
        package: 'pkg:npm/old',
        paths: ['releases/npm/old.json', 'releases/npm/old@2026.json', 'summaries/npm/old.json'],
      },
      { package: 'pkg:npm/older', paths: ['summaries/npm/older.json'] },
    ]);
    await prunePackages(data, found);
    assert.deepEqual(await findUnwatched(data, WATCHED), []);
    assert.ok((await listFiles(data)).includes('summaries/npm/axios.json'));
  });

  test('is found if only health.json names it', async (t) => {
    const data = await aStore(t);
    const failing = [{ package: 'pkg:npm/never', since: AT, kind: 'gone' as const }];
    await writeHealth(data, { format: 1, failing });
    assert.deepEqual(await findUnwatched(data, WATCHED), [{ package: 'pkg:npm/never', paths: [] }]);
  });

  test('is an error where a file is not ours', async (t) => {
    const data = await aStore(t);
    await writeFiles(data, { 'releases/npm/stray.json': '[]\n' });
    await assert.rejects(findUnwatched(data, WATCHED), (error) => {
      return error instanceof FormatError && error.message.includes('stray.json');
    });
  });
});

describe('pruning', () => {
  test('removes files and the line in health.json, never a line of the ledger or another’s', async (t) => {
    const data = await aStore(t, ['pkg:npm/old']);
    const failing = ['pkg:npm/axios', 'pkg:npm/old'].map((purl) => {
      return { package: purl, since: AT, kind: 'host' as const };
    });
    await writeHealth(data, { format: 1, failing });
    const paths = await prunePackages(data, await findUnwatched(data, WATCHED));
    assert.deepEqual(paths, ['releases/npm/old.json', 'releases/npm/old@2026.json', 'health.json']);
    assert.deepEqual(await listFiles(data), [
      'changes/2026/11/20.jsonl',
      'health.json',
      'releases/npm/@acme/tool.json',
      'releases/npm/axios.json',
    ]);
    assert.deepEqual(
      (await readHealth(data)).failing.map((one) => one.package),
      ['pkg:npm/axios'],
    );
    for (const pkg of WATCHED) assert.ok((await readPackage(data, pkg)) !== undefined);
  });

  test('leaves health.json alone where it names others only', async (t) => {
    const data = await aStore(t, ['pkg:npm/tool']);
    assert.deepEqual(await prunePackages(data, await findUnwatched(data, WATCHED)), [
      'releases/npm/tool.json',
    ]);
  });

  test('twice is once', async (t) => {
    const data = await aStore(t, ['pkg:npm/old']);
    const plan = await findUnwatched(data, WATCHED);
    await prunePackages(data, plan);
    assert.deepEqual(await findUnwatched(data, WATCHED), []);
    await prunePackages(data, plan);
  });
});
