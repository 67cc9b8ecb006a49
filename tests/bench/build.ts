import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listFiles } from '../../src/platform/files.ts';
import { startStopwatch } from '../../src/platform/stopwatch.ts';
import { makeProject } from './make-project.ts';
import { figure, machine, printTable } from './print-table.ts';
import { type Cost, runMeasured } from './run-measured.ts';

// Builds a site of 200 projects with 50 releases each, without rendered notes in the cache and with them, as ratios to two lower
// bounds: a copy of the built site, and a bare script that renders the same notes and writes as many files of the same size.

const PROJECTS = 200;
const RELEASES = 50;

const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-build-'));
try {
  const root = join(folder, 'project');
  const dist = join(root, 'dist');
  await makeProject(root, PROJECTS, RELEASES);
  const cold = await build(root);
  const warm = await build(root);
  const copy = await copyFolder(dist, join(folder, 'copy'));
  const script = join(import.meta.dirname, 'bare-build.ts');
  const bare = await runMeasured([script, join(root, 'data'), dist, join(folder, 'bare')]);
  const { files, megabytes } = await measureFolder(dist);
  const size = `${PROJECTS} projects × ${RELEASES} releases, ${files} files, ${megabytes.toFixed(0)} MB`;
  const row = (name: string, { wall, cpu, peak }: Cost) => [
    name,
    ...[wall, wall / copy.wall, wall / bare.wall].map(figure),
    ...[cpu, cpu / copy.cpu, cpu / bare.cpu].map(figure),
    peak === 0 ? '' : peak.toFixed(0),
  ];
  printTable(`build: ${size} (${machine()})`, [
    ['', 'wall s', '× cp -r', '× bare', 'cpu s', '× cp -r', '× bare', 'peak MB'],
    row('cp -r', copy),
    row('bare script', bare),
    row('build, no notes in the cache', cold),
    row('build, all notes in the cache', warm),
  ]);
} finally {
  await rm(folder, { recursive: true });
}

async function build(root: string): Promise<Cost> {
  await rm(join(root, 'dist'), { recursive: true, force: true });
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
