import { rmSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from './errors.ts';

// The process that left it may be gone, and its number given to another one.
const STALE_AFTER_MS = 6 * 3_600_000;

/**
 * Holds a lock file while work is done, so that two runs on one machine do not write into the same folder. A process that leaves
 * in the middle of it leaves no lock behind.
 * @throws ConfigError if a process that still runs holds it
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  if (!(await take(path))) {
    const holder = await holderOf(path);
    if (holder !== undefined) {
      throw new ConfigError(`another run is at work here (process ${holder})`, {
        remedy: `wait until it has ended; if there is none, remove ${path}`,
      });
    }
    await rm(path, { force: true });
    if (!(await take(path)))
      throw new ConfigError('another run has just begun here', { remedy: 'wait for it' });
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(`${process.pid}\n`);
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function holderOf(path: string): Promise<number | undefined> {
  try {
    const pid = Number(await readFile(path, 'utf8'));
    const { mtimeMs } = await stat(path);
    return isRunning(pid) && Date.now() - mtimeMs < STALE_AFTER_MS ? pid : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
