import { join } from 'node:path';
import { z } from 'zod';
import type { Package } from '../core/package.ts';
import { FormatError } from '../platform/errors.ts';
import { listFiles, readFileIfThere, removeFile } from '../platform/files.ts';
import { packagePath, RELEASES_PATH, SUMMARIES_PATH, summariesPath } from './paths.ts';
import { readHealth } from './read.ts';
import { writeHealth } from './write.ts';

/** What data/ holds of one package that nobody follows. */
export interface Unwatched {
  readonly package: string;
  /** Its files, below data/. None, if it only stands in health.json. */
  readonly paths: readonly string[];
}

const SHARD = /(?:@\d{4}(?:-\d{2})?)?\.json$/;
const Named = z.object({ package: z.string().startsWith('pkg:') });

/**
 * What data/ holds of other packages than these, in order of path.
 * @throws FormatError for a file that names no package
 */
export async function findUnwatched(
  data: string,
  watched: readonly Package[],
): Promise<readonly Unwatched[]> {
  const bases = new Set(watched.map(packagePath));
  const releases = (await listBelow(data, RELEASES_PATH)).filter(
    (file) => !bases.has(file.replace(SHARD, '')),
  );
  const kept = new Set(watched.map(summariesPath));
  const summaries = (await listBelow(data, SUMMARIES_PATH)).filter((file) => !kept.has(file));
  const found = new Map<string, string[]>();
  for (const path of [...releases, ...summaries]) {
    const purl = await readPurl(join(data, path));
    found.set(purl, [...(found.get(purl) ?? []), path]);
  }
  const purls = new Set(watched.map(({ purl }) => purl));
  for (const { package: purl } of (await readHealth(data)).failing) {
    if (!purls.has(purl) && !found.has(purl)) found.set(purl, []);
  }
  return [...found].map(([purl, paths]) => ({ package: purl, paths }));
}

async function listBelow(data: string, folder: string): Promise<string[]> {
  return (await listFiles(join(data, folder))).map((path) => `${folder}/${path}`);
}

async function readPurl(path: string): Promise<string> {
  try {
    return Named.parse(JSON.parse((await readFileIfThere(path)) ?? '')).package;
  } catch (cause) {
    throw new FormatError(`${path} is not a file that Tidings wrote`, {
      cause,
      remedy: 'restore the file from git, or remove it by hand',
    });
  }
}

/**
 * Removes what findUnwatched found. The ledger stays: what happened has happened.
 * @returns the paths below data/ that were removed or written
 */
export async function prunePackages(data: string, unwatched: readonly Unwatched[]): Promise<string[]> {
  const paths = unwatched.flatMap((one) => one.paths);
  // Shards before their header, which a killed run leaves behind for the next one to find.
  for (const path of paths.toReversed()) await removeFile(join(data, path));
  const purls = new Set(unwatched.map((one) => one.package));
  const health = await readHealth(data);
  const failing = health.failing.filter((failure) => !purls.has(failure.package));
  const isSame = failing.length === health.failing.length;
  return isSame ? paths : [...paths, ...(await writeHealth(data, { ...health, failing }))];
}
