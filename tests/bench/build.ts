import { access, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../src/platform/files.ts';
import { addReleases, makeProject } from './make-project.ts';
import { writePeerInput } from './peers/peer-input.ts';
import { preparePeers } from './peers/peers.ts';
import { machine, median, printTable, spread } from './print-table.ts';
import { type Cost, runMeasured } from './run-measured.ts';

// Builds a made-up site, beside other generators that make the same pages and feeds in the same rounds. What we make besides, of which
// they know nothing, is timed apart by the build itself and taken off: the API, and what is searched.

const SIZES = {
  small: { projects: 200, releases: 50, rounds: 3 },
  large: { projects: 1000, releases: 100, rounds: 2 },
};
const CHANGED = 10;
const APART = ['API', 'shared API', 'search'];

const { projects, releases, rounds } =
  process.env['TIDINGS_BENCH_LARGE'] === undefined ? SIZES.small : SIZES.large;
const memory = await access('/dev/shm').then(
  () => '/dev/shm',
  () => undefined,
);
const say = (line: string) => process.stdout.write(`${line}\n`);
if (memory === undefined) say('There is no /dev/shm: the disk is measured too.');
const folder = await mkdtemp(join(memory ?? tmpdir(), 'tidings-bench-build-'));
const root = join(folder, 'project');
const dist = join(root, 'dist');
try {
  await makeProject(root, projects, releases);
  await buildSite();
  await writePeerInput(join(root, 'data'), dist, join(folder, 'input'));
  const peers = await preparePeers(join(folder, 'input'), folder, say);
  const costs = new Map<string, Cost[]>();
  const sizes = new Map<string, string>();
  const note = (name: string, cost: Cost) => costs.set(name, [...(costs.get(name) ?? []), cost]);
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, build } of peers) {
      const out = join(folder, 'out');
      note(name, await build(out));
      sizes.set(name, await sizeOf(out));
      await rm(out, { recursive: true });
    }
    for (const [name, parts] of [
      ['cold', ['.cache', 'dist']],
      ['warm', ['.cache/build', 'dist']],
    ] as const) {
      for (const part of parts) await rm(join(root, part), { recursive: true, force: true });
      const built = await buildSite();
      note(`Tidings, notes ${name}, pages and feeds`, { ...built, wall: built.wall - built.apart });
      note(`Tidings, notes ${name}, everything`, built);
    }
    await addReleases(root, CHANGED);
    const again = await buildSite();
    note(`Tidings again, ${CHANGED} changed, pages and feeds`, { ...again, wall: again.wall - again.apart });
    note(`Tidings again, ${CHANGED} changed, everything`, again);
  }
  sizes.set('Tidings, notes warm, everything', await sizeOf(dist));
  const wallOf = (name: string, round: number) => costs.get(name)?.[round]?.wall ?? Number.NaN;
  const versus = (name: string, other: string) =>
    spread((costs.get(name) ?? []).map((cost, round) => cost.wall / wallOf(other, round)));
  const rows = [...costs].map(([name, all]) => [
    name,
    spread(all.map(({ wall }) => wall)),
    costs.has('Hugo') ? versus(name, 'Hugo') : '–',
    versus(name, 'bare script'),
    versus(name, `Tidings, notes cold, ${name.endsWith('everything') ? 'everything' : 'pages and feeds'}`),
    spread(all.map(({ cpu }) => cpu)),
    median(all.map(({ peak }) => peak)).toFixed(0),
    sizes.get(name) ?? '',
  ]);
  const heads = ['', 'wall s', '× Hugo', '× bare', '× cold', 'cpu s', 'peak MB', 'files, MB'];
  printTable(
    `build: ${projects} projects × ${releases} releases; median, lowest and highest of ${rounds} rounds (${machine()})`,
    [heads, ...rows],
  );
} finally {
  await rm(folder, { recursive: true });
}

/** `apart`: seconds of the wall for what the others do not make. */
async function buildSite(): Promise<Cost & { readonly apart: number }> {
  const { output, ...cost } = await runMeasured(['scripts/build.ts'], {
    folder: root,
    environment: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const steps = /time: (.*)/.exec(output)?.[1] ?? '';
  say(`  ${cost.wall.toFixed(1)} s: ${steps}`);
  let apart = 0;
  for (const [, name = '', seconds] of steps.matchAll(/([A-Za-z ]+) ([\d.]+) s/g)) {
    if (APART.includes(name.trim())) apart += Number(seconds);
  }
  return { ...cost, apart };
}

async function sizeOf(path: string): Promise<string> {
  const files = await listFiles(path);
  const bytes = await Promise.all(files.map(async (file) => (await stat(join(path, file))).size));
  return `${files.length}, ${(bytes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(0)}`;
}
