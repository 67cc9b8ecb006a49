import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from './emulator.ts';
import { type Followed, type MeasuredFetch, makeRoot, runFetch, runLoop } from './measured-fetch.ts';
import { figure, machine, printTable } from './print-table.ts';
import type { Cost } from './run-measured.ts';

// Fetches 1,000 GitHub repositories and 1,000 npm packages from the emulator, first and again unchanged, as ratios to plain
// loops of one request each. Leaves with exit code 1 if requests or answers are more than promised.

const PACKAGES = 1_000;
const LATENCY_MS = 100;
const MOST_PROBES = 25;
/** The loop that asks one by one is so slow that a tenth of it is measured. */
const TENTH = PACKAGES / 10;

const GITHUB: Followed = { purl: 'pkg:github/bench/rN', path: 'bench/rN/releases.atom' };
const NPM: Followed = { purl: 'pkg:npm/pN', path: 'pN' };

interface Loops {
  readonly oneByOne: Cost;
  readonly atOnce: Cost;
}

const broken: string[] = [];
const rows = [['', 'requests', 'wall s', '× one by one', '× 16 at once', 'cpu s', '× 16 at once', 'peak MB']];

const emulator = await startEmulator(PACKAGES, LATENCY_MS);
const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-fetch-'));
try {
  const github = await runLoops(GITHUB);
  const npm = await runLoops(NPM);
  await fetchTwice('GitHub', [GITHUB], github);
  await fetchTwice('npm', [NPM], npm);
  const both = { oneByOne: add(github.oneByOne, npm.oneByOne), atOnce: add(github.atOnce, npm.atOnce) };
  await fetchTwice('both', [GITHUB, NPM], both);
  await fetchInSpiteOf502(github);
} finally {
  emulator.close();
  await rm(folder, { recursive: true });
}
printTable(`fetch: ${PACKAGES} packages each, ${LATENCY_MS} ms latency (${machine()})`, rows);
for (const promise of broken) process.stdout.write(`broken: ${promise}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;

async function runLoops(followed: Followed): Promise<Loops> {
  const start = await runLoop(followed, emulator, 0, 1);
  const tenth = await runLoop(followed, emulator, TENTH, 1);
  const scale = (part: 'wall' | 'cpu') => start[part] + (tenth[part] - start[part]) * 10;
  const oneByOne = { wall: scale('wall'), cpu: scale('cpu'), peak: tenth.peak };
  return { oneByOne, atOnce: await runLoop(followed, emulator, PACKAGES, 16) };
}

function add(a: Cost, b: Cost): Cost {
  return { wall: a.wall + b.wall, cpu: a.cpu + b.cpu, peak: Math.max(a.peak, b.peak) };
}

async function fetchTwice(name: string, followed: readonly Followed[], loops: Loops): Promise<void> {
  const root = join(folder, name);
  await makeRoot(root, followed, PACKAGES, emulator);
  const total = followed.length * PACKAGES;
  addRow(`${name}: plain, one by one, scaled from ${TENTH}`, `${total}`, loops.oneByOne, loops);
  addRow(`${name}: plain, 16 at once`, `${total}`, loops.atOnce, loops);
  const first = await runFetch(root, emulator);
  addRow(`${name}: first`, inWords(first), first, loops);
  const again = await runFetch(root, emulator);
  addRow(`${name}: unchanged`, inWords(again), again, loops);
  judge(`${name}, first`, first);
  expect(first.changes === total, `${name}, first: ${first.changes} packages were imported`);
  judge(`${name}, unchanged`, again);
  expect((again.counts['details'] ?? 0) === 0, `${name}, unchanged: details were asked for`);
  expect(again.written + again.changes === 0, `${name}, unchanged: ${again.written} files were written`);
}

async function fetchInSpiteOf502(loops: Loops): Promise<void> {
  const root = join(folder, 'bad-gateway');
  await makeRoot(root, [GITHUB], PACKAGES, emulator);
  emulator.failOnce();
  const run = await runFetch(root, emulator);
  addRow('GitHub: first, one probe answered with 502', inWords(run), run, loops);
  expect(run.changes === PACKAGES, `after a 502: ${run.changes} packages were imported`);
}

function judge(run: string, { counts, packages, succeeded }: MeasuredFetch): void {
  const probes = counts['probe'] ?? 0;
  expect(probes <= MOST_PROBES, `${run}: ${probes} probes, and ${MOST_PROBES} are enough`);
  expect(succeeded === packages, `${run}: ${packages - succeeded} packages failed`);
}

function expect(isKept: boolean, otherwise: string): void {
  if (!isKept) broken.push(otherwise);
}

function inWords({ counts }: MeasuredFetch): string {
  return Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}

function addRow(name: string, requests: string, cost: Cost, { oneByOne, atOnce }: Loops): void {
  const ratio = (part: 'wall' | 'cpu', loop: Cost) => figure(cost[part] / loop[part]);
  const wall = [figure(cost.wall), ratio('wall', oneByOne), ratio('wall', atOnce)];
  rows.push([name, requests, ...wall, figure(cost.cpu), ratio('cpu', atOnce), figure(cost.peak)]);
}
