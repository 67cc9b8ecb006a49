import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { readNewestMoment } from '../../src/store/read.ts';
import { appendChanges } from '../../src/store/write.ts';
import { aFolder, PURL } from '../build-release.ts';

/** A data folder whose ledger has a line of each of these moments. */
async function aLedger(t: TestContext, ...moments: readonly string[]): Promise<string> {
  const data = join(await aFolder(t), 'data');
  for (const [index, at] of moments.entries()) {
    const change = { at, kind: 'published', package: PURL, version: `v${index}`, severity: 'info' } as const;
    await appendChanges(data, [change], at);
  }
  return data;
}

describe('the newest moment of the ledger', () => {
  test('is that of its last line', async (t) => {
    const data = await aLedger(t, '2026-11-19T10:00:00Z', '2026-11-20T08:00:00Z', '2026-11-20T10:00:00Z');
    assert.equal(await readNewestMoment(data, '2026-11-22T10:00:00Z'), '2026-11-20T10:00:00Z');
  });

  test('is none without a ledger', async (t) => {
    assert.equal(await readNewestMoment(await aLedger(t), '2026-11-22T10:00:00Z'), undefined);
  });

  test('is told up to a moment: what a broken clock wrote later does not hide what is before', async (t) => {
    const data = await aLedger(t, '2026-11-19T10:00:00Z', '2026-11-20T10:00:00Z', '2026-12-20T10:00:00Z');
    assert.equal(await readNewestMoment(data, '2026-11-22T10:00:00Z'), '2026-11-20T10:00:00Z');
    assert.equal(await readNewestMoment(data, '2026-11-20T10:00:00Z'), '2026-11-20T10:00:00Z');
    assert.equal(await readNewestMoment(data, '2026-11-20T09:59:59Z'), '2026-11-19T10:00:00Z');
    assert.equal(await readNewestMoment(data, '2026-11-18T10:00:00Z'), undefined);
  });
});
