import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listFiles } from '../../src/platform/files.ts';
import { startStopwatch } from '../../src/platform/stopwatch.ts';
import { makeProject } from './make-project.ts';
import { machine, median, printTable, spread } from './print-table.ts';
import { type Cost, runMeasured } from './run-measured.ts';

// Builds a site of 200 projects with 50 releases each, without rendered notes in the cache and with them, as ratios to two lower
// bounds: a copy of the built site, and a bare script that renders the same notes and writes as many files of the same size.

const PROJECTS = 200;
const RELEASES = 50;
const ROUNDS = 3;

interface Round {
  readonly copy: Cost;
  readonly bare: Cost;
  readonly cold: Cost;
  readonly warm: Cost;
}

const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-build-'));
const root = join(folder, 'project');
const dist = join(root, 'dist');
try {
  await makeProject(root, PROJECTS, RELEASES);
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS) rounds.push(await measureRound());
  const { files, megabytes } = await measureFolder(dist);
  const size = `${PROJECTS} projects × ${RELEASES} releases, ${files} files, ${megabytes.toFixed(0)} MB`;
  printTable(`build: ${size}; median, lowest and highest of ${ROUNDS} rounds (${machine()})`, [
    ['', 'wall s', '× cp -r', '× bare', 'cpu s', '× cp -r', '× bare', 'peak MB'],
    row('cp -r', rounds, ({ copy }) => copy),
    row('bare script', rounds, ({ bare }) => bare),
    row('build, no notes in the cache', rounds, ({ cold }) => cold),
    row('build, all notes in the cache', rounds, ({ warm }) => warm),
  ]);
} finally {
  await rm(folder, { recursive: true });
}

async function measureRound(): Promise<Round> {
  await rm(join(root, '.cache'), { recursive: true, force: true });
  const cold = await build();
  const warm = await build();
  const [copied, written] = [join(folder, 'copied'), join(folder, 'written')];
  const copy = await copyFolder(dist, copied);
  const script = join(import.meta.dirname, 'bare-build.ts');
  const bare = await runMeasured([script, join(root, 'data'), dist, written]);
  for (const path of [copied, written]) await rm(path, { recursive: true });
  return { copy, bare, cold, warm };
}

function row(name: string, rounds: readonly Round[], costOf: (round: Round) => Cost): string[] {
  const peak = median(rounds.map((round) => costOf(round).peak));
  const cells = (['wall', 'cpu'] as const).flatMap((part) => [
    spread(rounds.map((round) => costOf(round)[part])),
    spread(rounds.map((round) => costOf(round)[part] / round.copy[part])),
    spread(rounds.map((round) => costOf(round)[part] / round.bare[part])),
  ]);
  return [name, ...cells, peak === 0 ? '' : peak.toFixed(0)];
}

async function build(): Promise<Cost> {
  await rm(dist, { recursive: true, force: true });
  const environment = { ASTRO_TELEMETRY_DISABLED: '1' };
  return runMeasured(['scripts/build.ts'], { folder: root, environment });
}

// The shell tells what its children have cost, which Node does not.
async function copyFolder(from: string, to: string): Promise<Cost> {
  const seconds = startStopwatch();
  const { stdout } = await promisify(execFile)('sh', ['-c', 'cp -r "$1" "$2" && times', 'sh', from, to]);
  const wall = seconds();
  const times = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.,]+)s/g)];
  const cpu = times.map(([, minutes, rest]) => Number(minutes) * 60 + Number(rest?.replace(',', '.')));
  return { wall, cpu: cpu.reduce((sum, one) => sum + one, 0), peak: 0 };
}

async function measureFolder(path: string): Promise<{ files: number; megabytes: number }> {
  const files = await listFiles(path);
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(path, file))).size));
  return { files: files.length, megabytes: sizes.reduce((sum, size) => sum + size, 0) / 1e6 };
}
