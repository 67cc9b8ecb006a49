import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, fetchingProject, removeProjects } from '../pipeline/fetching-project.ts';
import { checkHistory } from './check-history.ts';
import { checkTree, type Tree } from './check-tree.ts';
import { askGit, readCommit, readFolder } from './read-tree.ts';
import { type TrialWorld, trialWorld, WATCHLIST } from './trial-world.ts';

const FETCH = join(import.meta.dirname, '../../scripts/fetch.ts');
const STRIKE = join(import.meta.dirname, 'strike.ts');

/** How a run lands what it read. */
export const MODES = { files: [], commit: ['--commit'], push: ['--push'] } as const;
export type Mode = keyof typeof MODES;

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** When it said that it was struck; see strike.ts. */
  readonly struckAt: number | undefined;
  readonly stderr: string;
}

export interface Going {
  readonly ended: Promise<Ending>;
  /** Resolves when also what it started has ended. */
  readonly gone: () => Promise<void>;
}

/** A project that imported the older state, was pushed to a bare repository, and has not seen the newer one; and can be so again. */
export interface Trial {
  readonly root: string;
  readonly remote: string;
  readonly start: (args: readonly string[], environment?: Readonly<Record<string, string>>) => Going;
  readonly run: (args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<Ending>;
  /** Everything as it was before the newer state was ever fetched. */
  readonly restore: () => void;
  /** data/ as this mode has landed it. */
  readonly landed: (mode: Mode) => Promise<Tree>;
  /** All that is wrong at this moment. */
  readonly check: (mode: Mode, state: 'settled' | 'interrupted') => Promise<string[]>;
}

interface Trials {
  readonly trials: readonly Trial[];
  /** How many requests there were so far. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

/** Trials that do not disturb one another, over one upstream, which has moved on. */
export async function openTrials(count: number): Promise<Trials> {
  const world = await trialWorld();
  const trials = [await openTrial(world)];
  while (trials.length < count) trials.push(copyTrial(world, trials[0] ?? assert.fail()));
  // What is seen in the next second is seen later than what was imported.
  await sleep(1000);
  world.moveOn();
  return {
    trials,
    asked: () => world.upstream.asked.length,
    async close() {
      await Promise.all([world.upstream.close(), removeProjects()]);
      for (const { root } of trials) execFileSync('rm', ['-rf', root, `${root}.kept`]);
    },
  };
}

async function openTrial(world: TrialWorld): Promise<Trial> {
  const { root } = await fetchingProject(world.upstream, WATCHLIST);
  const trial = trialIn(root, world);
  const { remote } = trial;
  await askGit(root, ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  await askGit(root, ['remote', 'add', 'origin', remote]);
  const first = await trial.run(MODES.commit);
  assert.equal(first.code, 0, first.stderr);
  await askGit(root, ['push', '--quiet', '--set-upstream', 'origin', 'main']);
  execFileSync('cp', ['-a', root, `${root}.kept`]);
  return trial;
}

// As somebody copies a project folder: its worktree of runs is still the original’s, and the next run makes its own.
function copyTrial(world: TrialWorld, { root }: Trial): Trial {
  const copy = `${root}.copy`;
  execFileSync('cp', ['-a', `${root}.kept`, copy]);
  const trial = trialIn(copy, world);
  execFileSync('git', ['remote', 'set-url', 'origin', trial.remote], { cwd: copy });
  execFileSync('cp', ['-a', copy, `${copy}.kept`]);
  return trial;
}

function trialIn(root: string, { upstream }: TrialWorld): Trial {
  const remote = join(root, 'remote.git');
  const start: Trial['start'] = (args, more) =>
    startFetch(root, args, { ...environmentOf(root, upstream), ...more });
  const run: Trial['run'] = (args, more) => start(args, more).ended;
  const landed: Trial['landed'] = (mode) => (mode === 'push' ? readCommit(remote, 'main') : readFolder(root));
  return {
    root,
    remote,
    start,
    run,
    restore() {
      execFileSync('rm', ['-rf', root]);
      execFileSync('cp', ['-a', `${root}.kept`, root]);
    },
    landed,
    check: async (mode, state) => [
      ...checkTree(await readFolder(root), mode === 'files' ? state : 'settled'),
      ...(await checkHistory(mode === 'push' ? remote : root)),
    ],
  };
}

function startFetch(cwd: string, args: readonly string[], environment: Record<string, string>): Going {
  // Hundreds of starts: what is compiled is kept between them.
  const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'tidings-compiled'), ...environment };
  const command = ['--import', STRIKE, FETCH, ...args];
  const child = spawn(process.execPath, command, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  let struckAt: number | undefined;
  child.stderr.on('data', (chunk: Buffer) => {
    if (chunk.includes('struck')) struckAt ??= performance.now();
    said.push(chunk);
  });
  const ended = new Promise<Ending>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, struckAt, stderr: Buffer.concat(said).toString() }),
    );
  });
  const { pid } = child;
  return {
    ended,
    async gone() {
      await ended;
      while (pid !== undefined && isThere(-pid)) await sleep(5);
    },
  };
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

const MOMENTS = /"(at|seenAt|importedAt|since|missingSince)": ?"[^"]*"/g;

/** The same for every run that came to the same, whenever it ran. */
export function withoutMoments(tree: Tree): Record<string, string> {
  const texts = [...tree].map(([path, text]) => [path, text.replace(MOMENTS, '"$1": "…"')] as const);
  const ledger = texts
    .filter(([path]) => path.startsWith('changes/'))
    .flatMap(([, text]) => text.trim().split('\n'));
  const others = texts.filter(([path]) => !path.startsWith('changes/'));
  return { ...Object.fromEntries(others), ledger: ledger.sort().join('\n') };
}
