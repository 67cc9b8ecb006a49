import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { bringForward } from '../../../src/pipeline/watch/bring-forward.ts';
import { aRepository } from '../a-repository.ts';

/** A repository that is one commit behind what was pushed. */
async function behind(t: TestContext) {
  const repository = await aRepository(t, { 'data/a.json': '1\n', 'notes.txt': 'mine\n' });
  const { git, write } = repository;
  write('data/a.json', '2\n');
  git('commit', '--quiet', '--no-verify', '--no-gpg-sign', '--all', '--message=pushed');
  const pushed = git('rev-parse', 'HEAD').trim();
  git('reset', '--quiet', '--hard', 'HEAD~1');
  const head = () => git('rev-parse', 'HEAD').trim();
  const read = (path: string) => readFile(join(repository.root, path), 'utf8');
  return { ...repository, pushed, head, read };
}

describe('after a push, the checkout', () => {
  test('follows, and what is edited elsewhere stays as it is', async (t) => {
    const { root, write, pushed, head, read } = await behind(t);
    write('notes.txt', 'edited\n');
    assert.equal(await bringForward(root, pushed), true);
    assert.deepEqual(
      [head(), await read('data/a.json'), await read('notes.txt')],
      [pushed, '2\n', 'edited\n'],
    );
    assert.equal(await bringForward(root, pushed), true, 'twice is once');
  });

  test('stays where the same file is edited', async (t) => {
    const { root, write, pushed, head, read } = await behind(t);
    write('data/a.json', 'edited\n');
    const before = head();
    assert.equal(await bringForward(root, pushed), false);
    assert.deepEqual([head(), await read('data/a.json')], [before, 'edited\n']);
  });

  test('stays where it has commits of its own', async (t) => {
    const { root, write, git, pushed, head } = await behind(t);
    write('notes.txt', 'committed\n');
    git('commit', '--quiet', '--no-verify', '--no-gpg-sign', '--all', '--message=own');
    const before = head();
    assert.equal(await bringForward(root, pushed), false);
    assert.equal(head(), before);
  });
});
