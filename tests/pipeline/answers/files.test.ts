import assert from 'node:assert/strict';
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Answers } from '../../../src/pipeline/answers/answers.ts';
import { readAnswers, writeAnswers } from '../../../src/pipeline/answers/files.ts';
import { ConfigError, FormatError, HostError } from '../../../src/platform/errors.ts';
import type { Fetched } from '../../../src/sources/source.ts';
import { aFolder, aListing, aReply } from '../../build-release.ts';

const HOSTILE = '"\\\n\u2028\ud800 <script>';
const FULL = aListing({
  id: '1',
  commit: 'a'.repeat(40),
  prerelease: false,
  yanked: false,
  deprecated: HOSTILE,
  tombstone: true,
  immutable: true,
  provenance: 'p',
  url: 'https://acme.example/1',
  title: '',
  author: 'a',
  assets: [{ name: 'a', size: 1, digest: 'sha256:00', type: 't' }],
  notes: HOSTILE,
  notesFrom: 'release',
});
const LISTED: Fetched = {
  status: 'listed',
  listings: aReply([FULL, aListing({ version: 'v2', assets: [] })], {
    upstream: { id: 'R_1', tags: { latest: 'v2' } },
    partial: 'by nature',
    dropped: 2,
  }),
  receipts: [{ key: 'k', validator: { etag: '"1"', fingerprint: HOSTILE } }],
};

function answers(fetched: Record<string, Fetched>, more: Partial<Answers> = {}): Answers {
  return {
    startedAt: '2026-11-20T10:00:00Z',
    at: '2026-11-20T10:05:00Z',
    base: 'a'.repeat(40),
    fetched: new Map(Object.entries(fetched)),
    requests: { 'acme.example': 3 },
    ...more,
  };
}

const ALL = answers({
  'pkg:npm/a': LISTED,
  'pkg:npm/b': { status: 'unchanged' },
  'pkg:npm/c': { status: 'gone', reason: 'none', code: 404 },
});

describe('answers on disk', () => {
  test('read as they were written', async (t) => {
    const folder = await aFolder(t);
    await writeAnswers(folder, '1-of-1', ALL);
    assert.deepEqual(await readAnswers([folder]), ALL);
  });

  test('keep who must act on a failure, and how', async (t) => {
    const folder = await aFolder(t);
    const failed = {
      'pkg:npm/a': { status: 'failed', error: new HostError('down', { status: 503, remedy: 'wait' }) },
      'pkg:npm/b': { status: 'failed', error: new FormatError('odd', { cause: new Error('secret') }) },
    } as const;
    const path = await writeAnswers(folder, 'x', answers(failed));
    assert.ok(!(await readFile(path, 'utf8')).includes('secret'));
    const { fetched } = await readAnswers([folder]);
    const told = [...fetched.values()].map((one) =>
      one.status === 'failed' ? [one.error.name, one.error.message, one.error.status, one.error.remedy] : one,
    );
    assert.deepEqual(told, [
      ['HostError', 'down', 503, 'wait'],
      ['FormatError', 'odd', undefined, undefined],
    ]);
  });

  test('of several parts are those of one run', async (t) => {
    const [one, two] = [await aFolder(t), await aFolder(t)];
    await writeAnswers(join(one, 'deep/er'), '1-of-2', answers({ 'pkg:npm/a': LISTED }));
    const later = { startedAt: '2026-11-20T09:59:00Z', at: '2026-11-20T10:09:00Z' };
    const requests = { 'acme.example': 1, 'b.example': 2 };
    await writeAnswers(
      two,
      '2-of-2',
      answers({ 'pkg:npm/b': { status: 'unchanged' } }, { ...later, requests }),
    );
    const joined = await readAnswers([one, two]);
    assert.deepEqual(joined, {
      ...later,
      base: 'a'.repeat(40),
      fetched: new Map<string, Fetched>([
        ['pkg:npm/a', LISTED],
        ['pkg:npm/b', { status: 'unchanged' }],
      ]),
      requests: { 'acme.example': 4, 'b.example': 2 },
    });
  });

  test('of parts that began from different commits have no common one', async (t) => {
    const folder = await aFolder(t);
    await writeAnswers(folder, 'a', answers({}));
    await writeAnswers(folder, 'b', answers({}, { base: 'b'.repeat(40) }));
    assert.equal((await readAnswers([folder])).base, undefined);
  });

  test('that are not whole are refused, and so is their absence', async (t) => {
    const folder = await aFolder(t);
    await assert.rejects(readAnswers([folder]), ConfigError);
    const path = await writeAnswers(folder, 'x', ALL);
    const text = await readFile(path, 'utf8');
    await truncate(path, Buffer.byteLength(text) - 5);
    await assert.rejects(readAnswers([folder]), /no whole file/);
    await writeFile(path, text.slice(text.indexOf('\n') + 1));
    await assert.rejects(readAnswers([folder]), /no whole file/);
    await writeFile(path, text);
    await appendFile(path, 'oops\n');
    await assert.rejects(readAnswers([folder]), /a line that is no answer/);
  });

  test('with something that cannot be handed over are a failure of that package alone', async (t) => {
    const folder = await aFolder(t);
    const path = await writeAnswers(folder, 'x', ALL);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"dropped":2', '"dropped":2,"shell":"rm"'));
    const { fetched } = await readAnswers([folder]);
    const broken = fetched.get('pkg:npm/a');
    assert.ok(broken?.status === 'failed' && broken.error instanceof FormatError);
    assert.deepEqual(fetched.get('pkg:npm/b'), { status: 'unchanged' });
  });
});
