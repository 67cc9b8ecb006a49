import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { createCommitter } from '../../../src/pipeline/committer.ts';
import { localBranch } from '../../../src/pipeline/writer/branch.ts';
import { takeBackLanding, whileLanding } from '../../../src/pipeline/writer/landing.ts';
import { openRunTree } from '../../../src/pipeline/writer/run-tree.ts';
import { aClone } from './a-clone.ts';

const FILES = {
  'README.md': 'one\n',
  'data/changed.json': '1\n',
  'data/removed.json': '1\n',
  'data/own.json': '1\n',
};
const PATHS = ['data/changed.json', 'data/added.json', 'data/removed.json'];

/** A commit of a run that changes, adds and removes a file, and a checkout that a kill left half-way to it. */
async function aKilledStep(t: TestContext) {
  const clone = await aClone(t, FILES);
  const tree = await openRunTree(clone.root, clone.cache);
  await tree.reset(clone.git('rev-parse', 'HEAD').trim());
  writeFileSync(join(tree.folder, 'data/changed.json'), '2\n');
  writeFileSync(join(tree.folder, 'data/added.json'), '2\n');
  rmSync(join(tree.folder, 'data/removed.json'));
  await createCommitter(tree.folder, '2026-11-20T10:00:00Z').commit(PATHS, 'data: step\n');
  const commit = await tree.head();
  clone.git('update-ref', 'refs/tidings/landing', commit);
  return { ...clone, commit };
}

function hasMark(git: (...args: readonly string[]) => string): boolean {
  return git('for-each-ref', 'refs/tidings/landing') !== '';
}

describe('a last step that was killed', () => {
  test('before it began is nothing', async (t) => {
    const { root, git } = await aKilledStep(t);
    await takeBackLanding(root);
    assert.deepEqual([git('status', '--porcelain'), hasMark(git)], ['', false]);
  });

  test('among the files is taken back, and can be done again', async (t) => {
    const { root, git, write, commit } = await aKilledStep(t);
    write('data/changed.json', '2\n');
    write('data/added.json', '2\n');
    await takeBackLanding(root);
    assert.deepEqual([git('status', '--porcelain'), hasMark(git)], ['', false]);
    assert.equal(readFileSync(join(root, 'data/changed.json'), 'utf8'), '1\n');
    assert.equal(existsSync(join(root, 'data/added.json')), false);
    assert.equal(await (await localBranch(root)).advance(commit), true);
    assert.deepEqual([git('rev-parse', 'HEAD').trim(), hasMark(git)], [commit, false]);
  });

  test('between the index and the branch is taken back', async (t) => {
    const { root, git, commit } = await aKilledStep(t);
    git('read-tree', '-m', '-u', 'HEAD', commit);
    assert.notEqual(git('status', '--porcelain'), '');
    await takeBackLanding(root);
    assert.equal(git('status', '--porcelain'), '');
    assert.equal(readFileSync(join(root, 'data/removed.json'), 'utf8'), '1\n');
  });

  test('after the branch is done', async (t) => {
    const { root, git, commit } = await aKilledStep(t);
    git('merge', '--quiet', '--ff-only', commit);
    await takeBackLanding(root);
    assert.deepEqual([git('status', '--porcelain'), hasMark(git)], ['', false]);
    assert.equal(git('rev-parse', 'HEAD').trim(), commit);
  });

  test('takes nothing of a person’s back', async (t) => {
    const { root, git, write } = await aKilledStep(t);
    write('data/changed.json', 'mine\n');
    write('data/own.json', 'mine\n');
    write('README.md', 'staged\n');
    git('add', 'README.md');
    write('data/added.json', 'mine\n');
    const before = git('status', '--porcelain');
    await takeBackLanding(root);
    assert.equal(git('status', '--porcelain'), before);
    assert.equal(readFileSync(join(root, 'data/changed.json'), 'utf8'), 'mine\n');
  });
});

test('the mark of a step stands while it is done, also if it fails', async (t) => {
  const { root, git, commit } = await aKilledStep(t);
  git('update-ref', '-d', 'refs/tidings/landing');
  assert.equal(await whileLanding(root, commit, async () => hasMark(git)), true);
  await assert.rejects(
    whileLanding(root, commit, () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(hasMark(git), false);
});
