import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { createCommitter } from '../../../src/pipeline/committer.ts';
import { type Branch, localBranch, remoteBranch } from '../../../src/pipeline/writer/branch.ts';
import { openRunTree } from '../../../src/pipeline/writer/run-tree.ts';
import { ConfigError, HostError } from '../../../src/platform/errors.ts';
import { aClone, type Clone, personalState } from './a-clone.ts';

const AT = '2026-11-21T10:00:00Z';
const FILES = { 'README.md': 'one\n', 'data/a.json': '{}\n', 'data/b.json': '{}\n' };

/** A commit of the run's worktree upon the branch's head. */
async function aCommit(clone: Clone, branch: Branch, text = '{"a":1}\n'): Promise<string> {
  const tree = await openRunTree(clone.root, clone.cache);
  await tree.reset(await branch.head());
  writeFileSync(join(tree.folder, 'data/a.json'), text);
  await createCommitter(tree.folder, AT).commit(['data/a.json'], 'data: a\n');
  return tree.head();
}

/** A person who works: an unpushed commit, staged, edited and unknown files. */
function workOn(clone: Clone): void {
  clone.write('own.txt', 'mine\n');
  clone.git('add', 'own.txt');
  clone.git('commit', '--quiet', '--message=not pushed');
  clone.write('README.md', 'staged\n');
  clone.git('add', 'README.md');
  clone.write('README.md', 'staged, then edited\n');
  clone.write('data/b.json', 'edited\n');
  clone.write('unknown.txt', 'unknown\n');
}

describe('the branch at the remote', () => {
  test('moves on to our commit; the person’s commits and files stay', async (t) => {
    const clone = await aClone(t, FILES);
    workOn(clone);
    const before = personalState(clone);
    const branch = await remoteBranch(clone.root);
    assert.equal(branch.name, 'origin/main');
    const commit = await aCommit(clone, branch);
    assert.equal(await branch.advance(commit), true);
    assert.equal(clone.there('rev-parse', 'main').trim(), commit);
    assert.equal(clone.there('show', 'main:data/a.json'), '{"a":1}\n');
    assert.throws(() => clone.there('cat-file', '-e', 'main:own.txt'));
    assert.equal(
      personalState(clone).replace(/^# branch\.ab.*$/gm, ''),
      before.replace(/^# branch\.ab.*$/gm, ''),
    );
  });

  test('is not taken from somebody who was faster', async (t) => {
    const clone = await aClone(t, FILES);
    const branch = await remoteBranch(clone.root);
    const commit = await aCommit(clone, branch);
    const theirs = clone.elsewhere('data/b.json', '{"b":1}\n');
    assert.equal(await branch.advance(commit), false);
    assert.equal(clone.there('rev-parse', 'main').trim(), theirs);
    assert.equal(await branch.head(), theirs);
  });

  test('that took the commit, while the answer was lost, has moved on', async (t) => {
    const clone = await aClone(t, FILES);
    const branch = await remoteBranch(clone.root);
    const commit = await aCommit(clone, branch);
    assert.equal(await branch.advance(commit), true);
    assert.equal(await branch.advance(commit), true);
  });

  test('whose server declines is an error with the server’s words, not a race', async (t) => {
    const clone = await aClone(t, FILES);
    const hook = join(clone.remote, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho no robots here >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    const branch = await remoteBranch(clone.root);
    const commit = await aCommit(clone, branch);
    await assert.rejects(
      branch.advance(commit),
      (error) =>
        error instanceof HostError && /no robots here/.test(error.message) && error.remedy !== undefined,
    );
  });

  test('that cannot be reached is the host’s error', async (t) => {
    const clone = await aClone(t, FILES);
    clone.git('remote', 'set-url', 'origin', join(clone.root, 'nowhere'));
    await assert.rejects((await remoteBranch(clone.root)).head(), HostError);
  });

  test('is none where none is checked out', async (t) => {
    const clone = await aClone(t, FILES);
    clone.git('checkout', '--quiet', '--detach');
    await assert.rejects(remoteBranch(clone.root), ConfigError);
  });
});

describe('the branch that is checked out', () => {
  test('moves forward with its files; what is edited elsewhere stays', async (t: TestContext) => {
    const clone = await aClone(t, FILES);
    workOn(clone);
    const branch = await localBranch(clone.root);
    const commit = await aCommit(clone, branch);
    const [before, index] = [clone.git('status', '--porcelain'), clone.git('show', ':README.md')];
    assert.equal(await branch.advance(commit), true);
    assert.equal(clone.git('rev-parse', 'main').trim(), commit);
    assert.equal(readFileSync(join(clone.root, 'data/a.json'), 'utf8'), '{"a":1}\n');
    assert.deepEqual([clone.git('status', '--porcelain'), clone.git('show', ':README.md')], [before, index]);
    assert.equal(readFileSync(join(clone.root, 'data/b.json'), 'utf8'), 'edited\n');
  });

  test('that the person moved on is not taken back', async (t) => {
    const clone = await aClone(t, FILES);
    const branch = await localBranch(clone.root);
    const commit = await aCommit(clone, branch);
    workOn(clone);
    const before = personalState(clone);
    assert.equal(await branch.advance(commit), false);
    assert.equal(personalState(clone), before);
  });

  test('waits for another git that holds the index', async (t) => {
    const clone = await aClone(t, FILES);
    const branch = await localBranch(clone.root);
    const commit = await aCommit(clone, branch);
    clone.write('.git/index.lock', '');
    assert.equal(await branch.advance(commit), false);
  });

  test('never writes over an edited file: the error names it', async (t) => {
    const clone = await aClone(t, FILES);
    const branch = await localBranch(clone.root);
    const commit = await aCommit(clone, branch);
    clone.write('data/a.json', 'edited\n');
    await assert.rejects(branch.advance(commit), /data\/a\.json/);
    assert.equal(readFileSync(join(clone.root, 'data/a.json'), 'utf8'), 'edited\n');
  });
});
