import { z } from 'zod';
import { InvalidPackage, type Package, parsePackage } from '../../core/package.ts';
import type { PackageRecord } from '../../core/package-record.ts';
import { joinShards } from '../../store/join-shards.ts';
import { NO_BLOCKS, type ParsedFile, parseHeaderAgain, parseShardAgain } from '../../store/parse-again.ts';
import { packagePath } from '../../store/paths.ts';

/** A package in one of its states: its files by what follows its name, parsed, and what they come to. */
export interface PackageState {
  readonly package: Package;
  readonly files: ReadonlyMap<string, ParsedFile>;
  readonly record: PackageRecord;
}

// `@` is written as %40 within a name, so that the last segment holds one only before a period.
const FILE = /^(releases\/.+?)(@[^/@]+)?\.json$/;

/** What package a file belongs to, and what follows its name; undefined for a file that is none of a package. */
export function splitPath(path: string): { readonly base: string; readonly suffix: string } | undefined {
  const [, base, suffix = ''] = FILE.exec(path) ?? [];
  return base === undefined ? undefined : { base, suffix };
}

/**
 * The state of a package after some of its files became other texts, or none (undefined). The same text is never parsed twice.
 * @returns undefined if no file is left
 * @throws Error in words, if the files are not what Tidings writes there
 */
export function nextState(
  base: string,
  before: PackageState | undefined,
  texts: ReadonlyMap<string, string | undefined>,
): PackageState | undefined {
  const files = new Map(before?.files);
  for (const [suffix, text] of texts) {
    if (text === undefined) files.delete(suffix);
    else files.set(suffix, parse(suffix, text, files.get(suffix)));
  }
  if (files.size === 0) return undefined;
  const header = files.get('');
  if (header?.header === undefined) throw new Error('there are shards without their header');
  const strange = [...files.values()].find((file) => file.package !== header.package);
  if (strange !== undefined) throw new Error(`one file is of ${header.package}, one of ${strange.package}`);
  const pkg = before?.record.package === header.package ? before.package : readName(header.package, base);
  return { package: pkg, files, record: toRecord(header.header, files) };
}

function parse(suffix: string, text: string, before: ParsedFile | undefined): ParsedFile {
  const blocks = before?.blocks ?? NO_BLOCKS;
  try {
    return suffix === '' ? parseHeaderAgain(text, blocks) : parseShardAgain(text, blocks);
  } catch (error) {
    if (error instanceof z.ZodError) throw new Error(z.prettifyError(error), { cause: error });
    throw error;
  }
}

function readName(purl: string, base: string): Package {
  try {
    const pkg = parsePackage(purl);
    if (packagePath(pkg) !== base) throw new Error(`it is the file of ${purl}`);
    return pkg;
  } catch (error) {
    if (error instanceof InvalidPackage) throw new Error(error.message, { cause: error });
    throw error;
  }
}

function toRecord(
  { format: _, split, ...header }: NonNullable<ParsedFile['header']>,
  files: ReadonlyMap<string, ParsedFile>,
): PackageRecord {
  if (split === undefined) return { ...header, releases: files.get('')?.releases ?? [] };
  const shards = [...files].filter(([suffix]) => suffix !== '');
  const byPeriod = new Map(shards.map(([suffix, { releases }]) => [suffix.slice(1), releases]));
  return { ...header, releases: joinShards(byPeriod).releases };
}
