import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Change } from '../../src/core/change.ts';
import { FormatError } from '../../src/platform/errors.ts';
import { toChange } from '../../src/store/classify.ts';
import { readHealth, readLedger } from '../../src/store/read.ts';
import { appendChanges, writeHealth } from '../../src/store/write.ts';
import { aFolder, PURL } from '../build-release.ts';

const FRIDAY = '2026-11-20T10:00:00Z';
const SATURDAY = '2026-11-21T00:30:00Z';
const MONDAY = '2026-11-23T10:00:00Z';

function published(version: string, at: string): Change {
  return toChange({ kind: 'published' }, PURL, version, at);
}

describe('the ledger on disk', () => {
  test('gets a line a change in the file of the UTC day', async (t) => {
    const data = await aFolder(t);
    const changes = [published('v1', FRIDAY), published('v2', FRIDAY)];
    const first = await appendChanges(data, changes, FRIDAY);
    assert.deepEqual(first, { paths: ['changes/2026/11/20.jsonl'], changes });
    const second = await appendChanges(data, [published('v3', SATURDAY)], SATURDAY);
    assert.deepEqual(second.paths, ['changes/2026/11/21.jsonl']);
    assert.deepEqual(await readLedger(data), [...changes, published('v3', SATURDAY)]);
  });

  test('only grows', async (t) => {
    const data = await aFolder(t);
    await appendChanges(data, [published('v1', FRIDAY)], FRIDAY);
    const before = await readFile(join(data, 'changes/2026/11/20.jsonl'), 'utf8');
    await appendChanges(data, [published('v2', FRIDAY)], FRIDAY);
    const after = await readFile(join(data, 'changes/2026/11/20.jsonl'), 'utf8');
    assert.ok(after.startsWith(before) && after.length > before.length);
  });

  test('stays as it is where there is nothing new', async (t) => {
    const data = await aFolder(t);
    const nothing = { paths: [], changes: [] };
    assert.deepEqual(await appendChanges(data, [], FRIDAY), nothing);
    await appendChanges(data, [published('v1', FRIDAY)], FRIDAY);
    assert.deepEqual(await appendChanges(data, [published('v1', FRIDAY)], FRIDAY), nothing);
    assert.equal((await readLedger(data)).length, 1);
  });

  test('knows what a run that was killed wrote within the week, and what is older is news', async (t) => {
    const data = await aFolder(t);
    await appendChanges(data, [published('v1', FRIDAY)], FRIDAY);
    for (const at of [SATURDAY, MONDAY, '2026-11-27T23:00:00Z']) {
      assert.deepEqual((await appendChanges(data, [published('v1', at)], at)).paths, []);
    }
    const later = '2026-11-28T00:00:00Z';
    const { paths } = await appendChanges(data, [published('v1', later)], later);
    assert.deepEqual(paths, ['changes/2026/11/28.jsonl']);
  });

  test('marks what undoes a change of the week before', async (t) => {
    const data = await aFolder(t);
    const yank = (kind: 'yanked' | 'unyanked', at: string) => toChange({ kind }, PURL, 'v1', at);
    await appendChanges(data, [yank('yanked', FRIDAY)], FRIDAY);
    const { changes } = await appendChanges(data, [yank('unyanked', MONDAY)], MONDAY);
    assert.deepEqual(changes, [{ ...yank('unyanked', MONDAY), flap: true }]);
    assert.deepEqual((await readLedger(data)).at(-1), changes[0]);
  });

  test('is read oldest first, across months', async (t) => {
    const data = await aFolder(t);
    const days = ['2026-10-31T00:00:00Z', '2026-11-01T00:00:00Z', '2025-12-31T00:00:00Z'];
    for (const at of days) await appendChanges(data, [published(at, at)], at);
    assert.deepEqual(
      (await readLedger(data)).map(({ at }) => at),
      days.toSorted(),
    );
  });

  test('with a bad line names the file', async (t) => {
    const data = await aFolder(t);
    await appendChanges(data, [published('v1', FRIDAY)], FRIDAY);
    const path = join(data, 'changes/2026/11/20.jsonl');
    await writeFile(path, 'oops\n');
    const error = await readLedger(data).catch((cause: unknown) => cause);
    assert.ok(error instanceof FormatError && error.message.includes(path));
    assert.match(String(error.cause), /line 1/);
    await assert.rejects(appendChanges(data, [published('v2', FRIDAY)], FRIDAY), FormatError);
  });
});

describe('data/health.json', () => {
  const failure = { package: PURL, since: FRIDAY, kind: 'host', status: 503 } as const;

  test('is empty where there is none', async (t) => {
    assert.deepEqual(await readHealth(await aFolder(t)), { format: 1, failing: [] });
  });

  test('reads as it was written, and is not written again', async (t) => {
    const data = await aFolder(t);
    const health = { format: 1, failing: [failure] } as const;
    assert.deepEqual(await writeHealth(data, { ...health, failing: [failure] }), ['health.json']);
    assert.deepEqual(await readHealth(data), health);
    assert.deepEqual(await writeHealth(data, { ...health, failing: [failure] }), []);
    assert.equal(
      await readFile(join(data, 'health.json'), 'utf8'),
      `{
  "format": 1,
  "failing": [
    {
      "package": "${PURL}",
      "since": "${FRIDAY}",
      "kind": "host",
      "status": 503
    }
  ]
}
`,
    );
  });

  test('takes no free text', async (t) => {
    const failing = [{ ...failure, reason: 'teapot' }];
    await assert.rejects(writeHealth(await aFolder(t), { format: 1, failing }));
  });
});
