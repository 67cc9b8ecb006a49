import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../platform/files.ts';

const WARN_ABOVE = 900e6;

/** All bytes of the files below a folder. */
export async function measureFolder(folder: string): Promise<number> {
  const paths = await listFiles(folder);
  return paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
}

/** GitHub Pages ends at 1 GB. https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits */
export function warnIfLarge(bytes: number, warn: (message: string) => void): void {
  if (bytes > WARN_ABOVE)
    warn('dist is above 900 MB; GitHub Pages ends at 1 GB: set `since` in the watchlists');
}
