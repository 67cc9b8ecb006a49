import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Change } from '../core/change.ts';
import { compareText } from '../core/compare-text.ts';
import { Health } from '../core/health.ts';
import type { Instant } from '../core/instant.ts';
import type { Package } from '../core/package.ts';
import { type PackageRecord, ReleaseFile, ReleaseShard } from '../core/package-record.ts';
import type { Release } from '../core/release.ts';
import { FormatError } from '../platform/errors.ts';
import { listFiles, listNames, readFileIfThere } from '../platform/files.ts';
import { digestOf } from './digest.ts';
import { type JoinedShards, joinShards } from './join-shards.ts';
import { isOvergrown, type Layout, WHOLE } from './layout.ts';
import { parseLedger } from './ledger.ts';
import { HEALTH_PATH, LEDGER_PATH, ledgerPath, packagePath, recentLedgerPaths } from './paths.ts';

/** A package as it lies on disk: its record, and in which file each release is. */
export interface StoredPackage {
  readonly record: PackageRecord;
  readonly layout: Layout;
  /** Of the bytes on disk: see digest.ts. */
  readonly digest: string;
  /** A run that was killed may have left a split undone. */
  readonly isOvergrown: boolean;
}

/**
 * What we hold about a package, or undefined if nothing.
 * @throws FormatError naming the file, if it is not valid
 */
export async function readPackage(data: string, pkg: Package): Promise<StoredPackage | undefined> {
  const path = join(data, `${packagePath(pkg)}.json`);
  const text = await readFileIfThere(path);
  if (text === undefined) return undefined;
  const { format: _, split, releases, ...header } = parseFile(ReleaseFile, text, path);
  if (split === undefined) {
    return toStored({ ...header, releases }, WHOLE, new Map([['', text]]));
  }
  const shards = await readShards(path);
  const record = { ...header, releases: shards.releases };
  return toStored(record, { split: true, periods: shards.periods }, new Map([['', text], ...shards.texts]));
}

function toStored(record: PackageRecord, layout: Layout, texts: ReadonlyMap<string, string>): StoredPackage {
  return { record, layout, digest: digestOf(texts), isOvergrown: isOvergrown(record, layout, texts) };
}

async function readShards(path: string): Promise<JoinedShards & { texts: Map<string, string> }> {
  const folder = dirname(path);
  const prefix = `${basename(path, '.json')}@`;
  const texts = new Map<string, string>();
  const shards = new Map<string, readonly Release[]>();
  for (const name of await listNames(folder, prefix)) {
    const period = name.slice(prefix.length, -'.json'.length);
    const shardPath = join(folder, name);
    const text = (await readFileIfThere(shardPath)) ?? '';
    texts.set(`@${period}`, text);
    shards.set(period, parseFile(ReleaseShard, text, shardPath).releases);
  }
  return { ...joinShards(shards), texts };
}

/** data/health.json; an absent file is an empty one. */
export async function readHealth(data: string): Promise<Health> {
  const path = join(data, HEALTH_PATH);
  const text = await readFileIfThere(path);
  return text === undefined ? { format: 1, failing: [] } : parseFile(Health, text, path);
}

/**
 * The whole ledger, oldest first.
 * @throws FormatError naming the file, if a line is no change
 */
export async function readLedger(data: string): Promise<Change[]> {
  const names = await listFiles(join(data, LEDGER_PATH));
  return readLedgerFiles(
    data,
    names.map((name) => join(LEDGER_PATH, name)),
  );
}

/** What the ledger holds of the seven days before a moment, and of its day. */
export function readRecentChanges(data: string, at: Instant): Promise<Change[]> {
  return readLedgerFiles(data, recentLedgerPaths(at));
}

/** The moment of the ledger's newest line that is not later than this; undefined where there is none. */
export async function readNewestMoment(data: string, latest: Instant): Promise<Instant | undefined> {
  const names = await listFiles(join(data, LEDGER_PATH));
  const paths = names.map((name) => join(LEDGER_PATH, name)).filter((path) => path <= ledgerPath(latest));
  for (const path of paths.toReversed()) {
    const moments = (await readLedgerFiles(data, [path])).map(({ at }) => at).filter((at) => at <= latest);
    if (moments.length > 0) return moments.sort(compareText).at(-1);
  }
  return undefined;
}

async function readLedgerFiles(data: string, paths: readonly string[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const path of paths.map((one) => join(data, one))) {
    try {
      // Not by spreading: a day may have more changes than a call may have arguments.
      for (const change of parseLedger((await readFileIfThere(path)) ?? '')) changes.push(change);
    } catch (error) {
      throw new FormatError(`${path} is not a ledger that Tidings wrote`, {
        cause: error,
        remedy: 'restore the file from git',
      });
    }
  }
  return changes;
}

/**
 * A file of data/ by its schema.
 * @throws FormatError naming the file
 */
export function parseFile<Shape>(schema: z.ZodType<Shape>, text: string, path: string): Shape {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const remedy = 'restore the file from git; if it was written by a newer Tidings, update this one';
    throw new FormatError(`${path} is not a file that Tidings wrote`, { cause: error, remedy });
  }
}
