import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { createCommitter } from '../../../src/pipeline/committer.ts';
import { findSuperseded } from '../../../src/pipeline/writer/superseded.ts';
import { aRepository } from '../a-repository.ts';

const [A, B, C] = ['pkg:npm/a', 'pkg:npm/b', 'pkg:npm/%40acme/c'].map(parsePackage);
const STARTED = '2026-11-20T10:00:00Z';

/** A repository in which three packages are known, and what becomes of it. */
async function aHistory(t: TestContext) {
  const { root, git, write } = await aRepository(t, { 'README.md': 'one\n' });
  const base = git('rev-parse', 'HEAD').trim();
  const commit = async (path: string, at: string) => {
    write(path, at);
    await createCommitter(root, at).commit([path], 'data\n');
  };
  const find = async (known: string | undefined) => {
    const packages = [A, B, C].filter((pkg) => pkg !== undefined);
    return [...(await findSuperseded(root, packages, { startedAt: STARTED, base: known }))];
  };
  return { base, commit, find };
}

describe('superseded packages', () => {
  test('are those of commits that the questions did not know, whatever their dates', async (t) => {
    const { base, commit, find } = await aHistory(t);
    assert.deepEqual(await find(base), []);
    await commit('data/releases/npm/b.json', '2026-11-19T10:00:00Z');
    await commit('data/releases/npm/@acme/c@2026.json', '2026-11-20T11:00:00Z');
    await commit('data/health.json', '2026-11-20T12:00:00Z');
    assert.deepEqual(await find(base), ['pkg:npm/b', 'pkg:npm/%40acme/c']);
  });

  test('are those of later commits, where the commit of the questions is not known here', async (t) => {
    const { commit, find } = await aHistory(t);
    await commit('data/releases/npm/b.json', '2026-11-19T10:00:00Z');
    await commit('data/releases/npm/@acme/c@2026.json', '2026-11-20T11:00:00Z');
    for (const unknown of [undefined, 'f'.repeat(40)]) {
      assert.deepEqual(await find(unknown), ['pkg:npm/%40acme/c']);
    }
  });
});
