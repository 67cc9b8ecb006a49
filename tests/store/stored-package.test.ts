import assert from 'node:assert/strict';
import { copyFile, mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { newestFirst } from '../../src/core/release.ts';
import { FormatError } from '../../src/platform/errors.ts';
import { listFiles } from '../../src/platform/files.ts';
import { growLayout, type Layout, WHOLE } from '../../src/store/layout.ts';
import { readPackage } from '../../src/store/read.ts';
import { writePackage } from '../../src/store/write.ts';
import { aFolder, aRecord, aRelease, IMPORTED, PURL } from '../build-release.ts';

const PKG = parsePackage(PURL);
const BASE = 'releases/github/acme/tool';

/** Three releases in two years, and the layout that splits them by year. */
const RECORD: PackageRecord = aRecord({
  upstream: { name: 'acme/tool' },
  releases: [
    aRelease({ version: 'c', publishedAt: '2026-05-01T00:00:00Z', notes: ['text'] }),
    aRelease({ version: 'b', publishedAt: '2026-04-01T00:00:00Z' }),
    aRelease({ version: 'a', publishedAt: '2025-04-01T00:00:00Z' }),
  ],
});
const BY_YEAR: Layout = {
  split: true,
  periods: new Map(Object.entries({ c: '2026', b: '2026', a: '2025' })),
};
const BY_MONTH: Layout = {
  split: true,
  periods: new Map(Object.entries({ c: '2026-05', b: '2026-04', a: '2025' })),
};

/** What is read, and the digest as writing told it. */
async function read(data: string) {
  const { record, layout, digest } = (await readPackage(data, PKG)) ?? assert.fail();
  assert.equal(digest, (await writePackage(data, PKG, record, layout)).digest);
  return { record, layout };
}

async function written(test: TestContext, layout: Layout, record = RECORD): Promise<string> {
  const data = await aFolder(test);
  await writePackage(data, PKG, record, layout);
  return data;
}

describe('a package on disk', () => {
  for (const [name, layout, files] of [
    ['whole', WHOLE, ['tool.json']],
    ['by year', BY_YEAR, ['tool.json', 'tool@2025.json', 'tool@2026.json']],
    ['by month', BY_MONTH, ['tool.json', 'tool@2025.json', 'tool@2026-04.json', 'tool@2026-05.json']],
  ] as const) {
    test(`${name}: reads as it was written, and is not written again`, async (t) => {
      const data = await aFolder(t);
      const { paths } = await writePackage(data, PKG, RECORD, layout);
      assert.deepEqual(
        paths.toSorted(),
        files.map((file) => `releases/github/acme/${file}`),
      );
      assert.deepEqual(await listFiles(data), paths.toSorted());
      assert.deepEqual(await read(data), { record: RECORD, layout });
      assert.deepEqual((await writePackage(data, PKG, RECORD, layout)).paths, []);
    });
  }

  test('is undefined where nothing is held', async (t) => {
    assert.equal(await readPackage(await aFolder(t), PKG), undefined);
  });

  test('does not meet its neighbours', async (t) => {
    const data = await written(t, BY_YEAR);
    const near = parsePackage('pkg:github/acme/tool-2');
    const below = parsePackage('pkg:gitlab/acme/tool');
    for (const pkg of [near, below]) {
      await writePackage(data, pkg, aRecord({ package: pkg.purl }), WHOLE);
      await writePackage(data, pkg, aRecord({ package: pkg.purl }), { split: true, periods: new Map() });
    }
    assert.deepEqual((await readPackage(data, PKG))?.record, RECORD);
    assert.equal((await readPackage(data, near))?.record.releases.length, 1);
  });
});

describe('the digest of a package', () => {
  test('tells every byte of every file, and where it lies', async (t) => {
    const digests = new Set<string>();
    for (const layout of [WHOLE, BY_YEAR, BY_MONTH]) {
      for (const record of [
        RECORD,
        { ...RECORD, unreachableAt: IMPORTED },
        { ...RECORD, releases: RECORD.releases.slice(1) },
      ]) {
        const data = await aFolder(t);
        const { digest } = await writePackage(data, PKG, record, layout);
        assert.equal((await readPackage(data, PKG))?.digest, digest);
        digests.add(digest);
      }
    }
    assert.equal(digests.size, 9);
  });
});

describe('growing', () => {
  test('removes the shards that were split, and tells of them', async (t) => {
    const data = await written(t, BY_YEAR);
    const { paths } = await writePackage(data, PKG, RECORD, BY_MONTH);
    assert.deepEqual(paths.toSorted(), [`${BASE}@2026-04.json`, `${BASE}@2026-05.json`, `${BASE}@2026.json`]);
    assert.deepEqual(await read(data), { record: RECORD, layout: BY_MONTH });
  });

  test('writes the header last, because it says that the shards are there', async (t) => {
    const data = await written(t, WHOLE);
    const { paths } = await writePackage(data, PKG, RECORD, BY_YEAR);
    assert.equal(paths.at(-1), `${BASE}.json`);
  });

  test('killed before the header: the whole file still counts', async (t) => {
    const data = await written(t, BY_YEAR);
    await writePackage(data, PKG, { ...RECORD, releases: RECORD.releases.slice(0, 1) }, WHOLE);
    const stored = await readPackage(data, PKG);
    assert.deepEqual([stored?.record.releases.length, stored?.layout], [1, WHOLE]);
  });

  test('killed before the year was removed: its months count, and the next writing mends it', async (t) => {
    const data = await written(t, BY_YEAR, {
      ...RECORD,
      releases: RECORD.releases.map((one) => ({ ...one, title: 'stale' })),
    });
    const year = join(data, `${BASE}@2026.json`);
    await copyFile(year, join(data, 'kept'));
    await writePackage(data, PKG, RECORD, BY_MONTH);
    await copyFile(join(data, 'kept'), year);
    const { record, layout } = (await readPackage(data, PKG)) ?? assert.fail();
    assert.deepEqual({ record, layout }, { record: RECORD, layout: BY_MONTH });
    assert.deepEqual((await writePackage(data, PKG, RECORD, BY_MONTH)).paths, [`${BASE}@2026.json`]);
  });

  test('a real one reads back', async (t) => {
    const releases = Array.from({ length: 200 }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, '0');
      const publishedAt = `${2020 + (index % 4)}-${month}-01T00:00:00Z`;
      return aRelease({ version: `v${index}`, publishedAt, notes: ['x'.repeat(20_000)] });
    });
    const record = aRecord({ releases: releases.sort(newestFirst) });
    const data = await aFolder(t);
    const layout = growLayout(record, WHOLE);
    await writePackage(data, PKG, record, layout);
    assert.deepEqual(await read(data), { record, layout });
  });
});

describe('a file that Tidings did not write', () => {
  for (const [name, text] of [
    ['no JSON', '{'],
    ['a newer format', '{"format":2}'],
    ['an unknown key', JSON.stringify({ format: 1, ...RECORD, mirror: {} })],
    ['a split file with releases', JSON.stringify({ format: 1, ...RECORD, split: 'year' })],
  ] as const) {
    test(`is named, with a remedy: ${name}`, async (t) => {
      const data = await aFolder(t);
      const path = join(data, `${BASE}.json`);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      const error = await readPackage(data, PKG).catch((cause: unknown) => cause);
      assert.ok(error instanceof FormatError);
      assert.ok(error.message.includes(path) && error.remedy?.includes('git') && error.cause !== undefined);
    });
  }

  test('may be a shard', async (t) => {
    const data = await written(t, BY_YEAR);
    await writeFile(join(data, `${BASE}@2025.json`), '{}');
    await assert.rejects(readPackage(data, PKG), /tool@2025\.json is not a file that Tidings wrote/);
  });

  test('is not touched by a writing that changes nothing', async (t) => {
    const data = await written(t, WHOLE);
    const path = join(data, `${BASE}.json`);
    await utimes(path, 1, 1);
    await writePackage(data, PKG, RECORD, WHOLE);
    assert.equal((await stat(path)).mtimeMs, 1000);
  });
});
