import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { tell } from '../trust.ts';
import { askGit } from './read-tree.ts';
import { openTrials, type Trial, withoutMoments } from './trial.ts';
import { runUndisturbed, type Undisturbed } from './undisturbed.ts';

const GIT = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
const ANSWERS = '.cache/run/answers';

describe('a push that goes wrong', { timeout: 600_000 }, () => {
  let opened: Awaited<ReturnType<typeof openTrials>>;
  let trial: Trial;
  let undisturbed: Undisturbed;
  before(async () => {
    opened = await openTrials(1);
    trial = opened.trials[0] ?? assert.fail();
    undisturbed = await runUndisturbed(trial, 'push');
  });
  beforeEach(() => trial.restore());
  after(() => opened.close());

  async function assertLanded(): Promise<void> {
    assert.deepEqual(await trial.check('push', 'settled'), []);
    assert.deepEqual(withoutMoments(await trial.landed('push')), undisturbed.landed);
    assert.equal(existsSync(join(trial.root, ANSWERS)), false, 'the answers have landed');
  }

  /** Answers that did not land, and land later without another question. */
  async function assertKept(mend: () => void, environment: Record<string, string> = {}): Promise<void> {
    const before = await askGit(trial.remote, ['rev-parse', 'main']);
    const run = await trial.run(['--push'], environment);
    assert.ok(run.code === 1 || run.code === 2, `left with ${run.code}: ${run.stderr}`);
    assert.match(run.stderr, /Remedy: /);
    assert.equal(await askGit(trial.remote, ['rev-parse', 'main']), before);
    assert.ok(existsSync(join(trial.root, ANSWERS, 'last.answers.jsonl')), 'the answers are kept');
    mend();
    const asked = opened.asked();
    const later = await trial.run(['--push', '--apply', ANSWERS]);
    assert.equal(later.code, 0, later.stderr);
    assert.equal(opened.asked(), asked, 'nobody was asked again');
    await assertLanded();
  }

  test('a pre-receive hook declines: what was read is kept, and lands later', async () => {
    hook(trial.remote, 'pre-receive', 'echo "not today" >&2; exit 1');
    await assertKept(() => rmSync(join(trial.remote, 'hooks/pre-receive')));
  });

  test('the remote cannot be reached any more: what was read is kept, and lands later', async () => {
    await assertKept(() => {}, wrapped(trial.root, 'echo "could not read from remote" >&2; exit 128'));
  });

  test('the remote cannot be reached at all: nobody is asked, and the next run completes', async () => {
    const asked = opened.asked();
    await askGit(trial.root, ['remote', 'set-url', 'origin', join(trial.root, 'nowhere.git')]);
    const run = await trial.run(['--push']);
    assert.equal(run.code, 1, run.stderr);
    assert.equal(opened.asked(), asked);
    await askGit(trial.root, ['remote', 'set-url', 'origin', trial.remote]);
    assert.equal((await trial.run(['--push'])).code, 0);
    await assertLanded();
  });

  for (const [what, spoil] of [
    ['the answer is lost', () => wrapped(trial.root, `${GIT} "$@"; exit 1`)],
    ['the connection is cut after it', () => hook(trial.remote, 'post-receive', 'kill -9 $PPID')],
  ] as const) {
    test(`accepted, but ${what}: that is success, and nothing is told twice`, async (t) => {
      const run = await trial.run(['--push'], spoil());
      assert.equal(run.code, 0, run.stderr);
      await assertLanded();
      const head = await askGit(trial.remote, ['rev-parse', 'main']);
      assert.equal((await trial.run(['--push'])).code, 0);
      assert.equal(
        await askGit(trial.remote, ['rev-parse', 'main']),
        head,
        'the next run has nothing to add',
      );
      tell(t, 'git', `push accepted, ${what}: exit code 0, 0 doubled lines`);
    });
  }
});

function hook(repository: string, name: string, script: string): Record<string, string> {
  const path = join(repository, 'hooks', name);
  mkdirSync(join(repository, 'hooks'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return {};
}

/** A git first on the PATH that does something else instead of a push. */
function wrapped(root: string, push: string): Record<string, string> {
  const folder = join(root, '.cache', 'bin');
  mkdirSync(folder, { recursive: true });
  const script = `#!/bin/sh\ncase " $* " in *" push "*) ${push} ;; esac\nexec ${GIT} "$@"\n`;
  writeFileSync(join(folder, 'git'), script);
  chmodSync(join(folder, 'git'), 0o755);
  return { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
}
