import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import pLimit from 'p-limit';
import { DiskError } from './errors.ts';

const TEMPORARY = '.tidings-tmp';

// Whoever asks for thousands of files at once gets as many at a time as every system lets a process open.
const limit = pLimit(32);

/**
 * Writes a file whole or not at all, and only if its bytes differ: a temporary file beside it, fsync, rename. Makes the folders.
 * @returns whether it wrote
 * @throws DiskError naming the file
 */
export function writeFileAtomic(path: string, content: string | Uint8Array): Promise<boolean> {
  return naming(path, 'written', () => replaceFile(path, content));
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(content);
  if ((await readBytesIfThere(path))?.equals(bytes)) return false;
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${randomUUID()}${TEMPORARY}`);
  try {
    await limit(() => writeDurably(temporary, bytes));
    await rename(temporary, path);
  } catch (error) {
    // A disk that takes nothing may not take this either; what went wrong first is what counts, and no reader looks at this file.
    await Promise.allSettled([rm(temporary, { force: true })]);
    throw error;
  }
  return true;
}

/** Writes a file that may get lost, such as one of a cache: no fsync, and a killed run may leave half of it. Makes the folders. */
export function writeFileQuick(path: string, content: string | Uint8Array): Promise<void> {
  return writeInFolder(path, () => writeFile(path, content));
}

/**
 * Adds to the end of a file that may get lost; makes it and its folders. A killed run may leave half of what was added. What others add
 * meanwhile comes before or behind it.
 */
export function appendFileQuick(path: string, text: string): Promise<void> {
  return writeInFolder(path, () => appendAtOnce(path, Buffer.from(text)));
}

// Node's `appendFile` goes by half a megabyte at a time, with room for others in between.
async function appendAtOnce(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'a');
  try {
    for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
  } finally {
    await file.close();
  }
}

function writeInFolder(path: string, work: () => Promise<void>): Promise<void> {
  const write = () => limit(work);
  return naming(path, 'written', async () => {
    if ((await ifThere(write().then(() => true))) === true) return;
    await mkdir(dirname(path), { recursive: true });
    await write();
  });
}

/** A file's text; undefined if there is none. Any other failure is thrown. */
export async function readFileIfThere(path: string): Promise<string | undefined> {
  return (await readBytesIfThere(path))?.toString('utf8');
}

/**
 * The regular files below a folder, at any depth: paths from the folder on, with `/`, in code unit order.
 * None where there is no folder.
 */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await ifThere(readdir(folder, { recursive: true, withFileTypes: true }));
  const files = (entries ?? []).filter((entry) => entry.isFile() && isWhole(entry.name));
  const paths = [...Map.groupBy(files, ({ parentPath }) => parentPath)].flatMap(([parent, ofParent]) => {
    const start = relative(folder, parent).replaceAll(sep, '/');
    return ofParent.map(({ name }) => (start === '' ? name : `${start}/${name}`));
  });
  return paths.sort();
}

/** The names of the regular files in a folder itself that begin like this, in code unit order. None where there is no folder. */
export async function listNames(folder: string, prefix: string): Promise<readonly string[]> {
  const entries = await ifThere(readdir(folder, { withFileTypes: true }));
  const found = (entries ?? []).filter((entry) => entry.name.startsWith(prefix) && entry.isFile());
  return found
    .map(({ name }) => name)
    .filter(isWhole)
    .sort();
}

/** The names of all that is in a folder, what was last changed first. None where there is no folder. */
export async function latestNames(folder: string): Promise<readonly string[]> {
  const names = (await ifThere(readdir(folder))) ?? [];
  const dated = await Promise.all(
    // Another process may just have removed it.
    names.map(async (name) => ({ name, at: (await ifThere(stat(join(folder, name))))?.mtimeMs ?? 0 })),
  );
  return dated.sort((a, b) => b.at - a.at).map(({ name }) => name);
}

// A killed run may have left a file half written.
function isWhole(path: string): boolean {
  return !path.endsWith(TEMPORARY);
}

/** Those of these paths at which there is a file, given from a folder on. */
export async function existingFiles(folder: string, paths: readonly string[]): Promise<string[]> {
  const found = paths.map((path) => limit(() => ifThere(stat(join(folder, path)))));
  const stats = await Promise.all(found);
  return paths.filter((_, index) => stats[index]?.isFile() === true);
}

/** Removes a file, if it is there. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** Removes a folder and all that is in it, if it is there. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

/** Puts a folder in the place of another one, which vanishes. For a moment between two renames there is none. */
export async function replaceFolder(fresh: string, place: string): Promise<void> {
  const old = `${fresh}-old`;
  await removeFolder(old);
  await stat(fresh);
  await ifThere(rename(place, old));
  await rename(fresh, place);
  await removeFolder(old);
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A file's bytes; undefined if there is none. Any other failure is thrown. */
export function readBytesIfThere(path: string): Promise<Buffer | undefined> {
  return limit(() => naming(path, 'read', () => ifThere(readFile(path))));
}

/**
 * Does what is done to a file at once.
 * @throws DiskError naming it where the disk does not let it
 */
export function namingNow(path: string, verb: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw named(error, path, verb);
  }
}

async function naming<T>(path: string, verb: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw named(error, path, verb);
  }
}

// What fails on an open file does not say which one it was: “ENOSPC: no space left on device, write”.
function named(error: unknown, path: string, verb: string): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return new DiskError(`${path} cannot be ${verb}: ${error.message}`, { cause: error, remedy: DISK_REMEDY });
}

const DISK_REMEDY = 'see that the disk has room, is writable and well, then run again';

async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
