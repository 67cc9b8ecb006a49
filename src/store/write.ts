import { basename, dirname, join } from 'node:path';
import type { Change } from '../core/change.ts';
import { Health } from '../core/health.ts';
import type { Instant } from '../core/instant.ts';
import type { Package } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { listNames, readFileIfThere, removeFile, writeFileAtomic } from '../platform/files.ts';
import { serialize } from './canonical-json.ts';
import { digestOf } from './digest.ts';
import { type Layout, layOut } from './layout.ts';
import { changeLine, toLines } from './ledger.ts';
import { HEALTH_PATH, ledgerPath, packagePath } from './paths.ts';
import { readRecentChanges } from './read.ts';

/** What writing a package came to. */
export interface WrittenPackage {
  /** The paths below data/ that were written or removed. */
  readonly paths: readonly string[];
  /** See digest.ts: the same as reading it again gives. */
  readonly digest: string;
}

/** Writes a package's files where their bytes differ. */
export async function writePackage(
  data: string,
  pkg: Package,
  record: PackageRecord,
  layout: Layout,
): Promise<WrittenPackage> {
  const base = packagePath(pkg);
  const texts = layOut(record, layout);
  const files = new Map([...texts].map(([suffix, text]) => [`${base}${suffix}.json`, text]));
  const paths: string[] = [];
  // The header last: it says that the shards are there.
  for (const [path, text] of [...files].toReversed()) {
    if (await writeFileAtomic(join(data, path), text)) paths.push(path);
  }
  if (layout.split) paths.push(...(await removeOldShards(data, base, files)));
  return { paths, digest: digestOf(texts) };
}

async function removeOldShards(
  data: string,
  base: string,
  files: ReadonlyMap<string, string>,
): Promise<string[]> {
  const names = await listNames(join(data, dirname(base)), `${basename(base)}@`);
  const old = names.map((name) => join(dirname(base), name)).filter((path) => !files.has(path));
  for (const path of old) await removeFile(join(data, path));
  return old;
}

/** What an append wrote: the paths below data/, and the changes as they stand in the ledger now. */
export interface Appended {
  readonly paths: readonly string[];
  readonly changes: readonly Change[];
}

/** Appends changes to the ledger of their day, but for those that it holds; those that undo a recent one are marked. */
export async function appendChanges(
  data: string,
  changes: readonly Change[],
  at: Instant,
): Promise<Appended> {
  if (changes.length === 0) return { paths: [], changes: [] };
  const lines = toLines(changes, await readRecentChanges(data, at));
  if (lines.length === 0) return { paths: [], changes: [] };
  const path = ledgerPath(at);
  const text = (await readFileIfThere(join(data, path))) ?? '';
  await writeFileAtomic(join(data, path), text + lines.map(changeLine).join(''));
  return { paths: [path], changes: lines };
}

/** Writes data/health.json, failures sorted by package. Returns the paths below data/ that it wrote. */
export async function writeHealth(data: string, health: Health): Promise<string[]> {
  const written = await writeFileAtomic(join(data, HEALTH_PATH), serialize(Health.parse(health)));
  return written ? [HEALTH_PATH] : [];
}
