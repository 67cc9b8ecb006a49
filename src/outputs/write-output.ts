import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';

/** Open files at a time: enough to keep the disk busy, few enough for every system's limit. */
const limit = pLimit(32);
const folders = new Set<string>();

/** Writes one file of dist/. Built files are disposable: no fsync, no comparison. */
export function writeOutput(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  return limit(async () => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!folders.has(parent)) {
      await mkdir(parent, { recursive: true });
      folders.add(parent);
    }
    await writeFile(target, content);
  });
}
