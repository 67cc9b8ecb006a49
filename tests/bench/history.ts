import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHistory } from './make-history.ts';
import { measure } from './measure.ts';
import { figure, machine, printTable } from './print-table.ts';
import { runMeasured } from './run-measured.ts';

// Verifies 10,000 data commits of 200 packages, and asks for the past of one package, as ratios to what git needs to list the same
// changes and to read the same objects. Leaves with exit code 1 if that takes a minute.

const HISTORY = { packages: 200, commits: 10_000 };
const MOST_SECONDS = 60;
const ROUNDS = 3;
const SCRIPTS = join(import.meta.dirname, '../../scripts');

const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-history-'));
const git = (args: readonly string[], input = '') =>
  execFileSync('git', [...args], { cwd: folder, input, encoding: 'latin1', maxBuffer: 2 ** 31 });
try {
  git(['init', '--quiet', '--initial-branch=main']);
  const { time: made } = await measure(() => makeHistory(folder, HISTORY));
  const { time: packed } = await measure(async () => git(['repack', '-adq', '--depth=50', '--window=20']));
  git(['reset', '--hard', '--quiet']);
  process.stdout.write(`made in ${figure(made.wall)} s, packed in ${figure(packed.wall)} s\n`);
  process.exitCode = (await report()) < MOST_SECONDS ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}

async function report(): Promise<number> {
  const ids = changedBlobs(['data/releases', 'data/changes']);
  const bound = await fastest(async () => readByGit(['data'], ids));
  const verified = await fastestRun(['verify.ts', '--json']);
  const own = ['data/releases/npm/p7.json'];
  const ownIds = changedBlobs(own);
  const ownBound = await fastest(async () => readByGit([...own, 'data/changes'], ownIds));
  const lines = await fastestRun(['history.ts', 'pkg:npm/p7']);
  const life = await fastestRun(['history.ts', 'pkg:npm/p7', '--version', '0.0.1']);
  const then = await fastestRun(['history.ts', 'pkg:npm/p7', '--at', '2026-11-20']);
  const row = (name: string, cost: { wall: number; peak?: number }, least: number) => [
    name,
    figure(cost.wall),
    figure(cost.wall / least),
    cost.peak === undefined ? '' : cost.peak.toFixed(0),
  ];
  const size = `${HISTORY.commits} commits of ${HISTORY.packages} packages, ${ids.length} blobs`;
  printTable(`history: ${size}; the fastest of ${ROUNDS} rounds (${machine()})`, [
    ['', 'wall s', '× git', 'peak MB'],
    row('git log and cat-file of all', { wall: bound }, bound),
    row('verify', verified, bound),
    row('git log and cat-file of one package', { wall: ownBound }, ownBound),
    row('history of it', lines, ownBound),
    row('history of one version', life, ownBound),
    row('history at a date', then, ownBound),
  ]);
  return verified.wall;
}

function changedBlobs(paths: readonly string[]): string[] {
  const log = git(['log', '--raw', '-r', '--no-abbrev', '--no-renames', '--format=', '--', ...paths]);
  return log.split('\n').flatMap((line) => line.split(' ')[3] ?? []);
}

function readByGit(paths: readonly string[], ids: readonly string[]): void {
  git(['log', '--raw', '-r', '--no-abbrev', '--no-renames', '--format=%H', '--', ...paths]);
  execFileSync('git', ['cat-file', '--batch', '--buffer'], {
    cwd: folder,
    input: `${ids.join('\n')}\n`,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}

async function fastest(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  while (times.length < ROUNDS) times.push((await measure(work)).time.wall);
  return Math.min(...times);
}

async function fastestRun([script = '', ...args]: readonly string[]) {
  const runs: Awaited<ReturnType<typeof runMeasured>>[] = [];
  while (runs.length < ROUNDS) runs.push(await runMeasured([join(SCRIPTS, script), ...args], { folder }));
  return runs.toSorted((a, b) => a.wall - b.wall)[0] ?? { wall: Number.NaN, peak: 0 };
}
