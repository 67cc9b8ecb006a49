import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../../../src/platform/files.ts';
import { addReleases } from '../make-project.ts';
import type { Peer } from '../peers/peers.ts';
import type { Cost } from '../run-measured.ts';
import { type BuildCost, buildSite } from './build-site.ts';

/** Projects that have a new release in the last build of a round. */
const CHANGED = 10;
/** What a row of pages and feeds, or of all that is made, is called. */
export const PAGES = 'pages and feeds';
export const ALL = 'everything';

/** What was measured, by the name of a row. */
export interface Costs {
  /** A cost a round. */
  readonly of: Map<string, Cost[]>;
  /** How many files were made, and of how many MB. */
  readonly files: Map<string, string>;
}

/**
 * Lets each of the others build once, into a folder that is removed again. One that cannot has no row.
 * @param asked the files that each has to make; of one that lacks any it is said
 */
export async function measurePeers(
  peers: readonly Peer[],
  { out, asked }: { readonly out: string; readonly asked: readonly string[] },
  costs: Costs,
  say: (line: string) => void,
): Promise<void> {
  for (const { name, build } of peers) {
    try {
      note(costs, name, await build(out));
      costs.files.set(name, await sizeOf(out));
      const made = new Set(await listFiles(out));
      const missing = asked.filter((file) => !made.has(file));
      if (missing.length > 0) say(`  ${name} makes ${missing.length} files less, such as ${missing[0]}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      say(`  ${name} does not build it: ${/FATAL ERROR: .*/.exec(why)?.[0] ?? why}`);
    }
    await rm(out, { recursive: true, force: true });
  }
}

const FULL_BUILDS = [
  ['Tidings, for the first time', ['.cache', 'dist']],
  ['Tidings, notes cold', ['.cache/notes', '.cache/meanings', '.cache/build', 'dist']],
  ['Tidings, notes warm', ['.cache/build', 'dist']],
] as const;

/** Builds with nothing in the cache, with all but the notes, with all but the site, and again with some projects changed. */
export async function measureTidings(root: string, costs: Costs, say: (line: string) => void): Promise<void> {
  for (const [name, without] of FULL_BUILDS) {
    for (const part of without) await rm(join(root, part), { recursive: true, force: true });
    noteBuild(costs, name, await buildSite(root, say));
    costs.files.set(`${name}, ${ALL}`, await sizeOf(join(root, 'dist')));
  }
  await addReleases(root, CHANGED);
  noteBuild(costs, `Tidings again, ${CHANGED} changed`, await buildSite(root, say));
}

function noteBuild(costs: Costs, name: string, { apart, ...cost }: BuildCost): void {
  note(costs, `${name}, ${PAGES}`, { ...cost, wall: cost.wall - apart });
  note(costs, `${name}, ${ALL}`, cost);
}

function note({ of }: Costs, name: string, cost: Cost): void {
  of.set(name, [...(of.get(name) ?? []), cost]);
}

async function sizeOf(path: string): Promise<string> {
  const files = await listFiles(path);
  const bytes = await Promise.all(files.map(async (file) => (await stat(join(path, file))).size));
  return `${files.length}, ${(bytes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(0)}`;
}
