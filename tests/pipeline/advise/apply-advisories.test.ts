import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { Advisory } from '../../../src/core/advisory.ts';
import { adviseMessage } from '../../../src/pipeline/advise/advise-message.ts';
import { applyAdvisories } from '../../../src/pipeline/advise/apply-advisories.ts';
import { listFiles } from '../../../src/platform/files.ts';
import { readAdvisories, writeAdvisory } from '../../../src/store/advisories.ts';
import { checkData } from '../../../src/store/check-data.ts';
import { aFolder } from '../../build-release.ts';
import { anAdvisory } from '../../derive/advisories/a-record.ts';
import { writeFiles } from '../../write-files.ts';

const OLD = '2026-03-08T16:02:43Z';
const NEW = '2026-04-01T00:00:00Z';

async function aStore(t: TestContext, ...held: readonly Advisory[]): Promise<string> {
  const data = join(await aFolder(t), 'data');
  for (const record of held) await writeAdvisory(data, record);
  return data;
}

const nothing = { paths: [], added: [], changed: [], gone: [], superseded: [] };
const first = anAdvisory({ id: 'GHSA-1' });
const moved = anAdvisory({ id: 'GHSA-1', modified: NEW, summary: 'Moved' });

describe('what databases said', () => {
  test('is written, and applied once more it changes nothing', async (t) => {
    const data = await aStore(t);
    const answers = {
      records: [{ id: 'GHSA-1', record: first }],
      rates: [{ id: 'GHSA-1', probability: 0.2 }],
    };
    const path = 'advisories/GHSA-1.json';
    assert.deepEqual(await applyAdvisories(data, answers), { ...nothing, paths: [path], added: ['GHSA-1'] });
    assert.deepEqual(await applyAdvisories(data, answers), nothing);
    assert.deepEqual(await readAdvisories(data), [{ ...first, epss: 0.1 }]);
  });

  test('replaces what was held when it was asked for, but for the chance of an attack', async (t) => {
    const data = await aStore(t, { ...first, epss: 0.5 });
    const answers = { records: [{ id: 'GHSA-1', before: OLD, record: moved }], rates: [] };
    assert.deepEqual((await applyAdvisories(data, answers)).changed, ['GHSA-1']);
    assert.deepEqual(await readAdvisories(data), [{ ...moved, epss: 0.5 }]);
  });

  test('never overwrites what another writer learnt meanwhile', async (t) => {
    const later = anAdvisory({ id: 'GHSA-1', modified: '2026-05-01T00:00:00Z' });
    const data = await aStore(t, later);
    const answers = { records: [{ id: 'GHSA-1', before: OLD, record: moved }], rates: [] };
    assert.deepEqual(await applyAdvisories(data, answers), { ...nothing, superseded: ['GHSA-1'] });
    const fresh = { records: [{ id: 'GHSA-1', record: moved }], rates: [] };
    assert.deepEqual(await applyAdvisories(data, fresh), { ...nothing, superseded: ['GHSA-1'] });
    assert.deepEqual(await readAdvisories(data), [later]);
  });

  test('removes nothing: what a database knows no longer stays', async (t) => {
    const data = await aStore(t, first);
    const records = [{ id: 'GHSA-1', before: OLD }, { id: 'GHSA-2' }];
    assert.deepEqual(await applyAdvisories(data, { records, rates: [] }), { ...nothing, gone: ['GHSA-1'] });
    assert.deepEqual(await readAdvisories(data), [first]);
  });

  test('is stored where it names a package of ours, or did', async (t) => {
    const data = await aStore(t, first);
    const strange = { ...anAdvisory({ id: 'GHSA-2' }), affected: [] };
    const records = [
      { id: 'GHSA-1', before: OLD, record: { ...moved, affected: [] } },
      { id: 'GHSA-2', record: strange },
    ];
    assert.deepEqual((await applyAdvisories(data, { records, rates: [] })).paths, ['advisories/GHSA-1.json']);
  });

  test('of a run that was killed in between is valid, and the next one completes it', async (t) => {
    const data = await aStore(t);
    await writeFiles(data, { 'watchlists/main.yml': 'title: Tools\nprojects: [pkg:npm/axios]\n' });
    const records = ['GHSA-1', 'GHSA-2'].map((id) => ({ id, record: anAdvisory({ id }) }));
    await applyAdvisories(data, { records: records.slice(0, 1), rates: [] });
    await writeFiles(data, { 'advisories/.0b5c.tidings-tmp': '{"format"' });
    assert.deepEqual(await checkData(data), []);
    assert.deepEqual((await applyAdvisories(data, { records, rates: [] })).added, ['GHSA-2']);
    assert.equal((await listFiles(join(data, 'advisories'))).length, 2);
  });

  test('with a hostile id is written nowhere', async (t) => {
    const data = await aStore(t);
    for (const id of [
      '../../x',
      'GHSA-1/../../x',
      '.git',
      'CON',
      'ghsa-1',
      'GHSA-',
      '-1',
      `GHSA-${'1'.repeat(80)}`,
    ]) {
      const records = [{ id, record: anAdvisory({ id }) }];
      await assert.rejects(applyAdvisories(data, { records, rates: [] }), id);
    }
    assert.deepEqual(await listFiles(join(data, '..')), []);
  });
});

describe('the message of the commit', () => {
  for (const [added, changed, subject] of [
    [['GHSA-1', 'GHSA-2', 'GHSA-3'], ['PYSEC-1'], 'advisories: 3 new, 1 changed'],
    [['GHSA-1'], [], 'advisories: 1 new'],
    [[], ['GHSA-1'], 'advisories: 1 changed'],
  ] as const) {
    test(subject, () => {
      const lines = adviseMessage({ ...nothing, added, changed }, NEW).split('\n');
      assert.equal(lines[0], subject);
      assert.deepEqual(lines.slice(2, 2 + added.length + changed.length), [
        ...added.map((id) => `+ ${id}`),
        ...changed.map((id) => `~ ${id}`),
      ]);
      assert.deepEqual(lines.slice(-3), [`Run: ${NEW}`, 'Data-Op: advise', '']);
    });
  }

  test('has an end', () => {
    const added = Array.from({ length: 1000 }, (_, n) => `GHSA-${n}`);
    const message = adviseMessage({ ...nothing, added }, NEW);
    assert.match(message, /… and 500 more lines/);
    assert.ok(message.split('\n').length < 510);
  });
});
