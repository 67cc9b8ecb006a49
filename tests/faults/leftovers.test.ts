import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { tell } from '../trust.ts';
import { MODES, type Mode, openTrials, type Trial, withoutMoments } from './trial.ts';
import { runUndisturbed, type Undisturbed } from './undisturbed.ts';

/** What a run that was killed, or a person, may leave below the project folder. */
const LEFTOVERS: readonly (readonly [what: string, mode: Mode, leave: (root: string) => void])[] = [
  ['the index.lock of the run’s worktree', 'push', write('.git/worktrees/tree/index.lock', '')],
  ['the HEAD.lock of the run’s worktree', 'commit', write('.git/worktrees/tree/HEAD.lock', '')],
  ['the lock of the ref that a run fetches to', 'push', write('.git/refs/tidings/base.lock', '')],
  ['the lock file of a process that has ended', 'files', write('.cache/run/lock', `${endedProcess()}\n`)],
  ['a lock file that nobody had signed yet', 'files', write('.cache/run/lock', '')],
  ['answers that were half written', 'push', write('.cache/run/answers/.1.tidings-tmp', '{"format":1')],
  ['half of what hosts asked for', 'files', write('.cache/http/pauses.json', '{"127.0.0.1')],
  ['no .cache at all', 'push', remove('.cache')],
  ['a worktree without its link', 'commit', remove('.cache/run/tree/.git')],
  ['a worktree that git forgot', 'push', remove('.git/worktrees')],
  ['a worktree that is a file', 'commit', replace('.cache/run/tree')],
  ['a worktree with half of its files', 'push', remove('.cache/run/tree/data/releases')],
  ['a worktree with half of its link', 'commit', cut('.cache/run/tree/.git')],
  ['a worktree with half of its index', 'push', cut('.git/worktrees/tree/index')],
  ['a worktree with an empty HEAD', 'commit', write('.git/worktrees/tree/HEAD', '')],
];

describe('what a killed run leaves', { timeout: 600_000 }, () => {
  let opened: Awaited<ReturnType<typeof openTrials>>;
  let undisturbed: Undisturbed;
  before(async () => {
    // The second one is a copied folder, whose worktree belongs to the original.
    opened = await openTrials(2);
    undisturbed = await runUndisturbed(trialOf(0), 'commit');
  });
  after(() => opened.close());

  function trialOf(index: number): Trial {
    return opened.trials[index] ?? assert.fail();
  }

  async function assertCompletes(trial: Trial, mode: Mode): Promise<void> {
    const { code, stderr } = await trial.run(MODES[mode]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(await trial.check(mode, 'settled'), []);
    assert.deepEqual(withoutMoments(await trial.landed(mode)), undisturbed.landed);
  }

  for (const [index, [what, mode, leave]] of LEFTOVERS.entries()) {
    test(`${what}: the next run completes (${mode})`, async () => {
      const trial = trialOf(index % 2);
      trial.restore();
      if (index % 2 === 1) assert.equal((await trial.run(['--commit', '--only', 'pkg:npm/n15'])).code, 1);
      leave(trial.root);
      await assertCompletes(trial, mode);
    });
  }

  test('a copied project folder: the next run completes, and leaves the original alone', async (t) => {
    const [original, copy] = [trialOf(0), trialOf(1)];
    for (const trial of [original, copy]) trial.restore();
    const link = readFileSync(join(original.root, '.git/worktrees/tree/HEAD'), 'utf8');
    await assertCompletes(copy, 'commit');
    assert.equal(readFileSync(join(original.root, '.git/worktrees/tree/HEAD'), 'utf8'), link);
    await assertCompletes(original, 'commit');
    tell(t, 'leftovers', `${LEFTOVERS.length + 1} kinds, the next run completes after each`);
  });
});

function write(path: string, text: string) {
  return (root: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
}

function remove(path: string) {
  return (root: string) => rmSync(join(root, path), { recursive: true });
}

function replace(path: string) {
  return (root: string) => {
    remove(path)(root);
    write(path, 'no folder\n')(root);
  };
}

function cut(path: string) {
  return (root: string) => truncateSync(join(root, path), readFileSync(join(root, path)).length >> 1);
}

function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}
