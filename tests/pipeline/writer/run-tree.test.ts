import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openRunTree } from '../../../src/pipeline/writer/run-tree.ts';
import { aFolder } from '../../build-release.ts';
import { aClone, personalState } from './a-clone.ts';

const FILES = { 'README.md': 'one\n', 'data/a.json': '{}\n' };

describe('the worktree of a run', () => {
  test('holds a commit and nothing else, whatever was left in it', async (t) => {
    const clone = await aClone(t, FILES);
    const commit = clone.elsewhere('data/a.json', '{"b":1}\n');
    clone.git('fetch', '--quiet');
    const tree = await openRunTree(clone.root, clone.cache);
    await tree.reset(commit);
    writeFileSync(join(tree.folder, 'data/a.json'), 'half');
    writeFileSync(join(tree.folder, 'data/.half.tidings-tmp'), 'half');
    writeFileSync(join(clone.root, '.git/worktrees/tree/index.lock'), '');
    const again = await openRunTree(clone.root, clone.cache);
    await again.reset(commit);
    assert.equal(await again.head(), commit);
    assert.equal(readFileSync(join(tree.folder, 'data/a.json'), 'utf8'), '{"b":1}\n');
    assert.ok(!existsSync(join(tree.folder, 'data/.half.tidings-tmp')));
  });

  test('leaves the person’s checkout as it was', async (t) => {
    const clone = await aClone(t, FILES);
    clone.write('README.md', 'staged\n');
    clone.write('new.txt', 'staged\n');
    clone.git('add', 'README.md', 'new.txt');
    clone.write('README.md', 'staged, then edited\n');
    clone.write('untracked.txt', 'untracked\n');
    const before = personalState(clone);
    const tree = await openRunTree(clone.root, clone.cache);
    await tree.reset(clone.git('rev-parse', 'HEAD').trim());
    assert.equal(personalState(clone), before);
    assert.equal(readFileSync(join(tree.folder, 'README.md'), 'utf8'), 'one\n');
  });

  test('is made again where it vanished, or is no worktree any more', async (t) => {
    const clone = await aClone(t, FILES);
    const head = clone.git('rev-parse', 'HEAD').trim();
    for (const damage of [
      () => rmSync(clone.cache, { recursive: true }),
      () => writeFileSync(join(clone.cache, 'run/tree/.git'), 'nonsense'),
      () => rmSync(join(clone.root, '.git/worktrees'), { recursive: true }),
    ]) {
      await openRunTree(clone.root, clone.cache);
      damage();
      const tree = await openRunTree(clone.root, clone.cache);
      await tree.reset(head);
      assert.equal(readFileSync(join(tree.folder, 'data/a.json'), 'utf8'), '{}\n');
    }
  });

  test('of a copied project is its own, not the original’s', async (t) => {
    const clone = await aClone(t, FILES);
    const original = await openRunTree(clone.root, clone.cache);
    await original.reset(clone.git('rev-parse', 'HEAD').trim());
    const copy = await aFolder(t);
    cpSync(clone.root, copy, { recursive: true });
    writeFileSync(join(original.folder, 'data/a.json'), 'the original works here');
    const tree = await openRunTree(copy, join(copy, '.cache'));
    await tree.reset(clone.git('rev-parse', 'HEAD').trim());
    assert.equal(readFileSync(join(tree.folder, 'data/a.json'), 'utf8'), '{}\n');
    assert.equal(readFileSync(join(original.folder, 'data/a.json'), 'utf8'), 'the original works here');
  });

  test('of a project in a folder of a larger repository is that folder', async (t) => {
    const clone = await aClone(t, { 'news/data/a.json': '{}\n' });
    const root = join(clone.root, 'news');
    const tree = await openRunTree(root, join(root, '.cache'));
    await tree.reset(clone.git('rev-parse', 'HEAD').trim());
    assert.equal(readFileSync(join(tree.folder, 'data/a.json'), 'utf8'), '{}\n');
  });
});
