import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Emulator } from './emulator.ts';
import { type Cost, runMeasured } from './run-measured.ts';

/** What is followed: the purl and the address of one package, with `N` for its number. */
export interface Followed {
  readonly purl: string;
  /** Below the emulator's origin: what a plain script would ask for. */
  readonly path: string;
}

const Report = z.object({
  packages: z.number(),
  succeeded: z.number(),
  changes: z.number(),
  /** Files. */
  written: z.number(),
});

/** One run of the pipeline: its cost, its report, and its requests by kind. */
export type MeasuredFetch = Cost &
  z.infer<typeof Report> & { readonly counts: Readonly<Record<string, number>> };

/** Makes a project folder in which so many packages of each kind are followed, and npm knows the emulator alone. */
export async function makeRoot(
  root: string,
  followed: readonly Followed[],
  packages: number,
  { origin }: Emulator,
): Promise<void> {
  const numbers = Array.from({ length: packages }, (_, number) => String(number));
  const purls = followed.flatMap(({ purl }) => numbers.map((number) => purl.replace('N', number)));
  const projects = purls.map((purl) => `  - package: ${purl}\n    id: ${purl.replace(/[^a-z0-9]+/g, '-')}\n`);
  await mkdir(join(root, 'data', 'watchlists'), { recursive: true });
  await writeFile(join(root, 'data/watchlists/main.yml'), `title: Bench\nprojects:\n${projects.join('')}`);
  await writeFile(join(root, '.npmrc'), `registry=${origin}/\n`);
  await writeFile(join(root, 'package.json'), '{}');
}

/** Runs the pipeline once in a process of its own. */
export async function runFetch(root: string, emulator: Emulator): Promise<MeasuredFetch> {
  const environment = {
    TIDINGS_ALLOW_HOSTS: emulator.host,
    GITHUB_API_URL: emulator.origin,
    GITHUB_SERVER_URL: emulator.origin,
    GITHUB_TOKEN: 'bench',
    GH_TOKEN: '',
    npm_config_userconfig: join(root, 'no-user-config'),
    npm_config_globalconfig: join(root, 'no-global-config'),
  };
  await emulator.count();
  const script = join(import.meta.dirname, 'fetch-once.ts');
  const { output, told: _, ...cost } = await runMeasured([script, root], { folder: root, environment });
  return { ...cost, ...Report.parse(JSON.parse(output)), counts: await emulator.count() };
}

/** Runs a plain loop of one request a package in a process of its own: so many packages, so many at once. */
export async function runLoop(
  { path }: Followed,
  { origin }: Emulator,
  packages: number,
  atOnce: number,
): Promise<Cost> {
  const script = join(import.meta.dirname, 'plain-loop.ts');
  return runMeasured([script, String(packages), String(atOnce), `${origin}/${path}`]);
}
