import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { LeftFile } from './kept/manifest.ts';

const WARN_ABOVE = 900e6;

/** All bytes of these files in a folder, of which those that were left are known. What is not there has none. */
export function measureFiles(folder: string, paths: ReadonlySet<string>, left: readonly LeftFile[]): number {
  const sizes = new Map(left.map(([path, size]) => [path, size]));
  const measure = (path: string) => statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0;
  return [...paths].reduce((sum, path) => sum + (sizes.get(path) ?? measure(path)), 0);
}

/** GitHub Pages ends at 1 GB. https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits */
export function warnIfLarge(bytes: number, warn: (message: string) => void): void {
  if (bytes > WARN_ABOVE)
    warn('dist is above 900 MB; GitHub Pages ends at 1 GB: set `since` in the watchlists');
}
