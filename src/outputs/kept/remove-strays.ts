import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes what is in a folder but for these files, and the folders that are empty then. Where it is known that only one folder in it
 * can have strays, such as `pagefind/`, the others are not looked through.
 */
export function removeStrays(folder: string, wanted: ReadonlySet<string>, within = ''): void {
  if (within === '') sweep(folder, '', wanted);
  else if (existsSync(join(folder, within)) && sweep(folder, within, wanted) === 0)
    rmdirSync(join(folder, within));
}

/** Returns how many entries are left. */
function sweep(root: string, path: string, wanted: ReadonlySet<string>): number {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  let left = entries.length;
  for (const entry of entries) {
    const below = path + entry.name;
    const isKept = entry.isDirectory() ? sweep(root, `${below}/`, wanted) > 0 : wanted.has(below);
    if (isKept) continue;
    if (entry.isDirectory()) rmdirSync(join(root, below));
    else rmSync(join(root, below));
    left -= 1;
  }
  return left;
}
