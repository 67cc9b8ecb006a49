import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { findSuperseded } from '../../../src/pipeline/writer/superseded.ts';
import { aClone } from './a-clone.ts';

const PURLS = ['pkg:npm/a', 'pkg:npm/b', 'pkg:npm/%40acme/a', 'pkg:npm/a2026'];
const PACKAGES = PURLS.map(parsePackage);
const BEFORE = '2026-11-20T09:00:00Z';
const STARTED = '2026-11-20T10:00:00Z';

describe('an answer is superseded', () => {
  for (const [title, path, at, expected] of [
    ['by a commit of the same moment', 'data/releases/npm/a.json', STARTED, ['pkg:npm/a']],
    ['by a shard', 'data/releases/npm/a@2026-11.json', '2026-11-20T10:05:00Z', ['pkg:npm/a']],
    ['in a scope', 'data/releases/npm/@acme/a.json', STARTED, ['pkg:npm/%40acme/a']],
    ['not by an earlier one', 'data/releases/npm/a.json', BEFORE, []],
    ['not by another package', 'data/releases/npm/c.json', STARTED, []],
    ['not by the ledger', 'data/changes/2026/11/20.jsonl', STARTED, []],
  ] as const) {
    test(title, async (t) => {
      const clone = await aClone(t, { 'data/x.json': '{}\n' });
      const base = clone.git('rev-parse', 'HEAD').trim();
      clone.elsewhere(path, '{"x":1}\n', at);
      clone.elsewhere('README.md', 'later\n', '2026-11-20T11:00:00Z');
      clone.git('pull', '--quiet', '--ff-only');
      const found = await findSuperseded(clone.root, PACKAGES, { startedAt: STARTED, base });
      assert.deepEqual([...found], expected);
    });
  }

  test('not by what the questions were about', async (t) => {
    const clone = await aClone(t, { 'data/x.json': '{}\n' });
    const base = clone.elsewhere('data/releases/npm/a.json', '{}\n', '2026-11-20T11:00:00Z');
    clone.git('pull', '--quiet', '--ff-only');
    const known = await findSuperseded(clone.root, PACKAGES, { startedAt: STARTED, base });
    assert.deepEqual([...known], []);
    const elsewhere = { startedAt: STARTED, base: 'f'.repeat(40) };
    assert.deepEqual([...(await findSuperseded(clone.root, PACKAGES, elsewhere))], ['pkg:npm/a']);
  });
});
