import assert from 'node:assert/strict';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { createCommitter } from '../../src/pipeline/committer.ts';
import { ConfigError } from '../../src/platform/errors.ts';
import { aRepository } from './a-repository.ts';

const AT = '2026-11-20T10:00:00Z';

/** A repository that stands for the worktree of a run. */
function aTree(t: TestContext) {
  return aRepository(t, {
    'README.md': 'one\n',
    '.gitignore': '*.log\n',
    'data/health.json': '{}\n',
    'data/old.json': '{}\n',
  });
}

describe('a commit', () => {
  test('has the given paths and nothing else', async (t) => {
    const { root, git, write } = await aTree(t);
    write('README.md', 'edited\n');
    write('data/releases/npm/a.json', '{}\n');
    write('data/health.json', '{"failing":[]}\n');
    write('data/not-ours.json', '{}\n');
    await createCommitter(root, AT).commit(['data/releases/npm/a.json', 'data/health.json'], 'data: two\n');
    const changed = git('show', '--name-status', '--no-renames', '--format=', 'HEAD').trim().split('\n');
    assert.deepEqual(changed, ['M\tdata/health.json', 'A\tdata/releases/npm/a.json']);
    assert.equal(git('status', '--porcelain'), ' M README.md\n?? data/not-ours.json\n');
  });

  test('takes removed files, odd names as they are, and names that somebody ignores', async (t) => {
    const { root, git, write } = await aTree(t);
    rmSync(join(root, 'data/old.json'));
    write('data/releases/npm/@a/b%20*.json', '{}\n');
    write('data/releases/npm/@a/b%20x.json', '{}\n');
    write('data/releases/npm/x.log', '{}\n');
    const paths = ['data/old.json', 'data/releases/npm/@a/b%20*.json', 'data/releases/npm/x.log'];
    await createCommitter(root, AT).commit(paths, 'data: odd\n');
    const changed = git('show', '--name-status', '--no-renames', '--format=', 'HEAD').trim().split('\n');
    assert.deepEqual(
      changed,
      paths.map((path, index) => `${index === 0 ? 'D' : 'A'}\t${path}`),
    );
  });

  test('is dated, and keeps its message to the letter, however long', async (t) => {
    const { root, git, write } = await aTree(t);
    write('data/a.json', '{}\n');
    const message = `release(npm/a): 1\n\n# not a comment\n${'+ line\n'.repeat(100_000)}\nRun: x\n`;
    await createCommitter(root, AT).commit(['data/a.json'], message);
    assert.equal(git('show', '--no-patch', '--format=%at %ct', 'HEAD').trim(), '1795168800 1795168800');
    assert.equal(Date.parse(AT) / 1000, 1_795_168_800);
    assert.equal(git('show', '--no-patch', '--format=%B', 'HEAD').trimEnd(), message.trimEnd());
  });

  test('of nothing is none', async (t) => {
    const { root, git } = await aTree(t);
    await createCommitter(root, AT).commit([], 'data: nothing\n');
    assert.equal(git('rev-list', '--count', 'HEAD').trim(), '1');
  });

  test('runs no hook', async (t) => {
    const { root, git, write } = await aTree(t);
    for (const hook of ['pre-commit', 'commit-msg', 'post-commit']) {
      write(`.git/hooks/${hook}`, `#!/bin/sh\ntouch ${hook}-ran\nexit 1\n`);
      chmodSync(join(root, '.git/hooks', hook), 0o755);
    }
    write('data/a.json', '{}\n');
    await createCommitter(root, AT).commit(['data/a.json'], 'data: a\n');
    assert.equal(git('rev-list', '--count', 'HEAD').trim(), '2');
    for (const hook of ['pre-commit', 'commit-msg', 'post-commit'])
      assert.ok(!existsSync(join(root, `${hook}-ran`)));
  });

  for (const path of ['README.md', 'data/../README.md', '../data/a', '/etc/passwd', 'data', 'database/a']) {
    test(`of ${path} is refused: it is not below data/`, async (t) => {
      const { root, git, write } = await aTree(t);
      write('data/a.json', '{}\n');
      await assert.rejects(createCommitter(root, AT).commit(['data/a.json', path], 'x'), ConfigError);
      assert.equal(git('status', '--porcelain').trim(), '?? data/a.json', 'nothing was staged either');
    });
  }
});
