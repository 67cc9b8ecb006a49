import { join } from 'node:path';
import { Advisory } from '../core/advisory.ts';
import { compareText } from '../core/compare-text.ts';
import { FormatError } from '../platform/errors.ts';
import { listFiles, readFileIfThere, removeFile, writeFileAtomic } from '../platform/files.ts';
import { serialize } from './canonical-json.ts';
import { ADVISORIES_PATH, advisoryPath } from './paths.ts';

/**
 * All records that we hold, in order of id.
 * @throws FormatError naming the file that is none
 */
export async function readAdvisories(data: string): Promise<readonly Advisory[]> {
  const names = await listFiles(join(data, ADVISORIES_PATH));
  const records = await Promise.all(names.map((name) => readRecord(join(data, ADVISORIES_PATH, name))));
  return records.sort((a, b) => compareText(a.id, b.id));
}

async function readRecord(path: string): Promise<Advisory> {
  try {
    return Advisory.parse(JSON.parse((await readFileIfThere(path)) ?? ''));
  } catch (cause) {
    const remedy = 'restore the file from git; if it was written by a newer Tidings, update this one';
    throw new FormatError(`${path} is not an advisory that Tidings wrote`, { cause, remedy });
  }
}

/**
 * Writes a record where its bytes differ. Returns the paths below data/ that it wrote.
 * @throws ZodError if the record is not valid: nothing invalid is ever written
 */
export async function writeAdvisory(data: string, record: Advisory): Promise<string[]> {
  const path = advisoryPath(record.id);
  const written = await writeFileAtomic(join(data, path), serialize(Advisory.parse(record)));
  return written ? [path] : [];
}

/** The paths below data/ of the records that name none of these packages any more. */
export async function findIdleAdvisories(data: string, watched: ReadonlySet<string>): Promise<string[]> {
  const records = await readAdvisories(data);
  const idle = records.filter(({ affected }) => !affected.some((one) => watched.has(one.package)));
  return idle.map(({ id }) => advisoryPath(id));
}

/** Removes files of records. Returns their paths. */
export async function removeAdvisories(data: string, paths: readonly string[]): Promise<readonly string[]> {
  for (const path of paths) await removeFile(join(data, path));
  return paths;
}
