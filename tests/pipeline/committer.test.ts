import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openCommitter } from '../../src/pipeline/committer.ts';
import { ConfigError } from '../../src/platform/errors.ts';
import { aRepository } from './a-repository.ts';

const AT = '2026-11-20T10:00:00Z';

function aStore(t: TestContext) {
  return aRepository(t, {
    'README.md': 'one\n',
    'src/edited.ts': 'one\n',
    'data/health.json': '{}\n',
    'data/old.json': '{}\n',
    'data/watchlists/main.yml': 'title: T\n',
  });
}

describe('a commit', () => {
  test('has the given paths and nothing else, and leaves the person’s work as it was', async (t) => {
    const { root, git, write } = await aStore(t);
    write('README.md', 'staged\n');
    write('new.txt', 'staged\n');
    git('add', 'README.md', 'new.txt');
    write('README.md', 'staged, then edited\n');
    write('src/edited.ts', 'edited\n');
    write('untracked.txt', 'untracked\n');
    const committer = await openCommitter(root, AT);
    const before = git('status', '--porcelain');

    write('data/releases/npm/a.json', '{}\n');
    write('data/health.json', '{"failing":[]}\n');
    write('data/not-ours.json', '{}\n');
    await committer.commit(['data/releases/npm/a.json', 'data/health.json'], 'data: two\n');

    const changed = git('show', '--name-status', '--no-renames', '--format=', 'HEAD').trim().split('\n');
    assert.deepEqual(changed, ['M\tdata/health.json', 'A\tdata/releases/npm/a.json']);
    assert.equal(git('status', '--porcelain').replace('?? data/not-ours.json\n', ''), before);
    assert.equal(git('show', ':README.md'), 'staged\n');
    assert.equal(readFileSync(join(root, 'README.md'), 'utf8'), 'staged, then edited\n');
  });

  test('takes removed files, and odd names as they are', async (t) => {
    const { root, git, write } = await aStore(t);
    const committer = await openCommitter(root, AT);
    rmSync(join(root, 'data/old.json'));
    write('data/releases/npm/@a/b%20*.json', '{}\n');
    write('data/releases/npm/@a/b%20x.json', '{}\n');
    await committer.commit(['data/old.json', 'data/releases/npm/@a/b%20*.json'], 'data: odd\n');
    const changed = git('show', '--name-status', '--no-renames', '--format=', 'HEAD').trim().split('\n');
    assert.deepEqual(changed, ['D\tdata/old.json', 'A\tdata/releases/npm/@a/b%20*.json']);
  });

  test('is dated, and keeps its message to the letter', async (t) => {
    const { root, git, write } = await aStore(t);
    const committer = await openCommitter(root, AT);
    write('data/a.json', '{}\n');
    const message = 'release(npm/a): 1\n\n# not a comment\n\nRun: x\n';
    await committer.commit(['data/a.json'], message);
    assert.equal(git('show', '--no-patch', '--format=%at %ct', 'HEAD').trim(), '1795168800 1795168800');
    assert.equal(Date.parse(AT) / 1000, 1_795_168_800);
    assert.equal(git('show', '--no-patch', '--format=%B', 'HEAD').trimEnd(), message.trimEnd());
  });

  test('of nothing is none', async (t) => {
    const { root, git } = await aStore(t);
    await (await openCommitter(root, AT)).commit([], 'data: nothing\n');
    assert.equal(git('rev-list', '--count', 'HEAD').trim(), '1');
  });

  test('runs no hook', async (t) => {
    const { root, git, write } = await aStore(t);
    for (const hook of ['pre-commit', 'commit-msg', 'post-commit']) {
      write(`.git/hooks/${hook}`, `#!/bin/sh\ntouch ${hook}-ran\nexit 1\n`);
      chmodSync(join(root, '.git/hooks', hook), 0o755);
    }
    const committer = await openCommitter(root, AT);
    write('data/a.json', '{}\n');
    await committer.commit(['data/a.json'], 'data: a\n');
    assert.equal(git('rev-list', '--count', 'HEAD').trim(), '2');
    for (const hook of ['pre-commit', 'commit-msg', 'post-commit'])
      assert.ok(!existsSync(join(root, `${hook}-ran`)));
  });

  for (const path of ['README.md', 'data/../README.md', '../data/a', '/etc/passwd', 'data', 'database/a']) {
    test(`of ${path} is refused: it is not below data/`, async (t) => {
      const { root, git, write } = await aStore(t);
      const committer = await openCommitter(root, AT);
      write('data/a.json', '{}\n');
      await assert.rejects(committer.commit(['data/a.json', path], 'x'), ConfigError);
      assert.equal(git('status', '--porcelain').trim(), '?? data/a.json', 'nothing was staged either');
    });
  }

  test('that git refuses is an error with git’s words', async (t) => {
    const { root } = await aStore(t);
    const committer = await openCommitter(root, AT);
    await assert.rejects(committer.commit(['data/missing.json'], 'x'), (error) => {
      return error instanceof ConfigError && /git add: .*missing\.json/.test(error.message);
    });
  });
});

describe('a store with changes that are not ours', () => {
  for (const [name, change] of [
    ['edited', ({ write }) => write('data/health.json', 'x\n')],
    ['new', ({ write }) => write('data/releases/a b.json', 'x\n')],
    ['removed', ({ root }) => rmSync(join(root, 'data/old.json'))],
    ['staged', ({ write, git }) => [write('data/old.json', 'x\n'), git('add', 'data')]],
  ] satisfies [string, (store: Awaited<ReturnType<typeof aStore>>) => unknown][]) {
    test(`is refused: ${name}`, async (t) => {
      const store = await aStore(t);
      change(store);
      const error = await openCommitter(store.root, AT).catch((cause: unknown) => cause);
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, /^data\/(health\.json|releases\/a b\.json|old\.json): modified/);
      assert.match(error.remedy ?? '', /git checkout/);
    });
  }

  test('is fine where only watchlists or files outside were touched', async (t) => {
    const { root, git, write } = await aStore(t);
    write('data/watchlists/main.yml', 'title: U\n');
    write('data/watchlists/other.yml', 'title: V\n');
    write('README.md', 'x\n');
    await openCommitter(root, AT);
    git('mv', 'data/watchlists/main.yml', 'data/watchlists/team.yml');
    await openCommitter(root, AT);
  });

  test('is an error outside of a repository', async (t) => {
    const { root } = await aStore(t);
    rmSync(join(root, '.git'), { recursive: true });
    const error = await openCommitter(root, AT).catch((cause: unknown) => cause);
    assert.ok(error instanceof ConfigError && error.remedy !== undefined);
  });
});
