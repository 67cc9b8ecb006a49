import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Instant } from '../../src/core/instant.ts';
import { parsePackage } from '../../src/core/package.ts';
import { type ApplyOptions, applyAnswers, type Outcome } from '../../src/pipeline/apply-answers.ts';
import type { Fetched } from '../../src/sources/source.ts';
import { aFolder, aProject } from '../build-release.ts';

/** Runs of one project without its network: answers are given, and what is written is real. */
export interface Simulation {
  readonly root: string;
  readonly data: string;
  readonly run: (at: Instant, fetched: ReadonlyMap<string, Fetched>) => Promise<Outcome>;
}

/** A project that follows these packages. */
export async function simulate(
  test: TestContext,
  purls: readonly string[],
  options: (root: string) => ApplyOptions = () => ({}),
): Promise<Simulation> {
  const root = await aFolder(test);
  const data = join(root, 'data');
  await mkdir(join(data, 'watchlists'), { recursive: true });
  const followed = purls.map((purl) => `  - ${purl}\n`).join('');
  await writeFile(join(data, 'watchlists/main.yml'), `title: Simulated\nprojects:\n${followed}`);
  const projects = purls.map((purl) => aProject({ id: purl, package: parsePackage(purl) }));
  const workspace = { root, data, cache: join(root, '.cache'), projects };
  const run: Simulation['run'] = (at, fetched) =>
    applyAnswers(workspace, { startedAt: at, at, base: undefined, fetched, requests: {} }, options(root));
  return { root, data, run };
}

/** `pkg:github/acme/p000` and so on. */
export function manyPurls(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `pkg:github/acme/p${String(number).padStart(3, '0')}`);
}
