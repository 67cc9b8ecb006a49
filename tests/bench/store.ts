import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Package, parsePackage } from '../../src/core/package.ts';
import { listFiles } from '../../src/platform/files.ts';
import { growLayout, WHOLE } from '../../src/store/layout.ts';
import { readPackage, type StoredPackage } from '../../src/store/read.ts';
import { writePackage } from '../../src/store/write.ts';
import { makeRecord } from './make-record.ts';
import { measure, type Time } from './measure.ts';
import { figure, machine, median, printTable, spread } from './print-table.ts';

// Reads and validates 1,000 packages of 100 releases, and writes them unchanged, as ratios to bare JSON.parse of the same files.

const PACKAGES = 1_000;
const RELEASES = 100;
const ROUNDS = 5;

interface Round {
  readonly bare: Time;
  readonly read: Time;
  readonly write: Time;
}

const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-store-'));
try {
  const packages = await fill();
  const paths = (await listFiles(folder)).map((path) => join(folder, path));
  const bytes = paths.reduce((sum, path) => sum + readFileSync(path).length, 0);
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS) rounds.push(await measureRound(paths, packages));
  report(rounds, paths.length, bytes / 1e6);
} finally {
  await rm(folder, { recursive: true });
}

async function fill(): Promise<Package[]> {
  const packages = Array.from({ length: PACKAGES }, (_, number) => parsePackage(`pkg:npm/p${number}`));
  for (const pkg of packages) {
    const record = makeRecord(pkg.name, RELEASES);
    await writePackage(folder, pkg, record, growLayout(record, WHOLE));
  }
  return packages;
}

async function measureRound(paths: readonly string[], packages: readonly Package[]): Promise<Round> {
  const { time: bare } = await measure(async () =>
    paths.map((path): unknown => JSON.parse(readFileSync(path, 'utf8'))),
  );
  const read = await measure(() => Promise.all(packages.map((pkg) => readPackage(folder, pkg))));
  const write = await measure(async () => {
    for (const [index, pkg] of packages.entries()) await writeUnchanged(pkg, read.result[index]);
  });
  return { bare, read: read.time, write: write.time };
}

async function writeUnchanged(pkg: Package, stored: StoredPackage | undefined): Promise<void> {
  if (stored === undefined) throw new Error(`${pkg.purl} is not there`);
  const { paths } = await writePackage(folder, pkg, stored.record, stored.layout);
  const [written] = paths;
  if (written !== undefined) throw new Error(`${written} was written again`);
}

function report(rounds: readonly Round[], files: number, megabytes: number): void {
  const row = (name: string, timeOf: (round: Round) => Time) => [
    name,
    ...(['wall', 'cpu'] as const).flatMap((part) => [
      spread(rounds.map((round) => timeOf(round)[part])),
      spread(rounds.map((round) => timeOf(round)[part] / round.bare[part])),
    ]),
    (megabytes / median(rounds.map((round) => timeOf(round).cpu))).toFixed(0),
  ];
  const size = `${PACKAGES} packages × ${RELEASES} releases, ${files} files, ${megabytes.toFixed(0)} MB`;
  printTable(`store: ${size}; median, lowest and highest of ${ROUNDS} rounds (${machine()})`, [
    ['', 'wall s', '× JSON.parse', 'cpu s', '× JSON.parse', 'MB/cpu s'],
    row('read and JSON.parse', ({ bare }) => bare),
    row('read and validate', ({ read }) => read),
    row('write unchanged', ({ write }) => write),
  ]);
  process.stdout.write(`peak memory ${figure(process.resourceUsage().maxRSS / 1000)} MB\n`);
}
