import { basename, dirname, join } from 'node:path';
import type { Change } from '../core/change.ts';
import { Health } from '../core/health.ts';
import type { Instant } from '../core/instant.ts';
import type { Package } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { listNames, readFileIfThere, removeFile, writeFileAtomic } from '../platform/files.ts';
import { serialize } from './canonical-json.ts';
import { type Layout, layOut } from './layout.ts';
import { changeLine, parseLedger, unrecorded } from './ledger.ts';
import { HEALTH_PATH, ledgerPath, packagePath } from './paths.ts';

/** Writes a package's files where their bytes differ. Returns the paths below data/ that it wrote or removed. */
export async function writePackage(
  data: string,
  pkg: Package,
  record: PackageRecord,
  layout: Layout,
): Promise<string[]> {
  const base = packagePath(pkg);
  const files = new Map([...layOut(record, layout)].map(([suffix, text]) => [`${base}${suffix}.json`, text]));
  const touched: string[] = [];
  // The header last: it says that the shards are there.
  for (const [path, text] of [...files].toReversed()) {
    if (await writeFileAtomic(join(data, path), text)) touched.push(path);
  }
  if (layout.split) touched.push(...(await removeOldShards(data, base, files)));
  return touched;
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

/** Appends changes to the ledger of their day, but for those that it holds. Returns the paths below data/ that it wrote. */
export async function appendChanges(
  data: string,
  changes: readonly Change[],
  at: Instant,
): Promise<string[]> {
  if (changes.length === 0) return [];
  const path = ledgerPath(at);
  const text = (await readFileIfThere(join(data, path))) ?? '';
  const fresh = unrecorded(changes, [...(await readDayBefore(data, at)), ...parseLedger(text)]);
  if (fresh.length === 0) return [];
  await writeFileAtomic(join(data, path), text + fresh.map(changeLine).join(''));
  return [path];
}

async function readDayBefore(data: string, at: Instant): Promise<Change[]> {
  const before = new Date(Date.parse(at) - 86_400_000).toISOString();
  return parseLedger((await readFileIfThere(join(data, ledgerPath(before)))) ?? '');
}

/** Writes data/health.json, failures sorted by package. Returns the paths below data/ that it wrote. */
export async function writeHealth(data: string, health: Health): Promise<string[]> {
  const written = await writeFileAtomic(join(data, HEALTH_PATH), serialize(Health.parse(health)));
  return written ? [HEALTH_PATH] : [];
}
