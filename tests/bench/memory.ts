import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { figure, machine, printTable } from './print-table.ts';
import { runMeasured } from './run-measured.ts';

// First imports of the largest that upstreams give, each with 512 MB of heap: a run that needs more ends with an error. The lower bound
// is the same run with nothing to read.

const HEAP_MB = 512;

const CASES: readonly (readonly [name: string, purls: readonly string[]])[] = [
  ['nothing there', ['pkg:pypi/none']],
  ['npm, 5,000 versions in 40 MB', ['pkg:npm/tool']],
  ['PyPI, 5,000 versions in 40 MB', ['pkg:pypi/tool']],
  ['GitLab, 5,000 releases', ['pkg:gitlab/acme/tool']],
  ['Docker Hub, 10,000 tags', ['pkg:docker/acme/tool']],
  ['all of them at once', ['pkg:npm/tool', 'pkg:pypi/tool', 'pkg:gitlab/acme/tool', 'pkg:docker/acme/tool']],
];

const Started = z.object({ origin: z.string(), host: z.string() });
const Done = z.object({ written: z.number() });

const upstream = fork(join(import.meta.dirname, 'serve-large.ts'));
const { origin, host } = Started.parse((await once(upstream, 'message'))[0]);
const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-memory-'));
try {
  const rows: string[][] = [];
  for (const [name, purls] of CASES) {
    const { wall, peak, written } = await importInto(join(folder, String(rows.length)), purls);
    rows.push([name, figure(wall), figure(peak), String(written)]);
  }
  printTable(`memory: first imports with ${HEAP_MB} MB of heap (${machine()})`, [
    ['', 'wall s', 'peak MB', 'files written'],
    ...rows,
  ]);
} finally {
  upstream.disconnect();
  await rm(folder, { recursive: true });
}

async function importInto(root: string, purls: readonly string[]) {
  const projects = purls.map((purl, number) => `  - { id: p${number}, package: '${purl}' }\n`).join('');
  await mkdir(join(root, 'data/watchlists'), { recursive: true });
  await writeFile(join(root, 'data/watchlists/main.yml'), `title: Large\nprojects:\n${projects}`);
  await writeFile(join(root, '.npmrc'), `registry=${origin}/\n`);
  await writeFile(join(root, 'package.json'), '{}');
  const homes = {
    'https://gitlab.com': 'gitlab',
    'https://hub.docker.com': 'hub',
    'https://pypi.org': 'pypi',
    'https://files.pythonhosted.org': 'pypi/files',
  };
  const mirrors = Object.entries(homes).map(([home, path]) => `${home}=${origin}/${path}`);
  const environment = {
    TIDINGS_ALLOW_HOSTS: host,
    TIDINGS_MIRRORS: mirrors.join(','),
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  };
  const script = join(import.meta.dirname, 'fetch-once.ts');
  const { output, wall, peak } = await runMeasured([script, root], { folder: root, environment });
  return { wall, peak, ...Done.parse(JSON.parse(output)) };
}
