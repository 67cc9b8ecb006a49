import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { listFiles, readFileIfThere } from '../platform/files.ts';
import { WATCHLISTS_PATH } from './paths.ts';

/** The SHA-256 of all files in data/watchlists, names and bytes, as `sha256:<hex>`. Other data has no part in it. */
export async function hashWatchlists(data: string): Promise<string> {
  const folder = join(data, WATCHLISTS_PATH);
  const names = await listFiles(folder);
  const texts = await Promise.all(names.map((name) => readFileIfThere(join(folder, name))));
  // As JSON, so that no two sets of names and texts run together into one.
  const files = JSON.stringify(names.map((name, index) => [name, texts[index] ?? '']));
  return `sha256:${createHash('sha256').update(files).digest('hex')}`;
}
