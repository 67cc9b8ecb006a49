import { hash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readShell, type Shell } from './shell.ts';

/** The pages with gaps that Astro builds, by what is stamped out of them. */
const SHELL_FOLDERS = { release: 'release-shell', compare: 'compare-shell' } as const;

export type Shells = Readonly<Record<keyof typeof SHELL_FOLDERS, Shell>>;

/** Takes the shells out of what Astro built, and gives a hash of them: what surrounds them surrounds all pages. */
export async function takeShells(built: string): Promise<{ shells: Shells; shell: string }> {
  const release = await takeShell(built, SHELL_FOLDERS.release);
  const compare = await takeShell(built, SHELL_FOLDERS.compare);
  const shells = { release: readShell(release), compare: readShell(compare) };
  return { shells, shell: hash('sha256', release + compare) };
}

async function takeShell(built: string, name: string): Promise<string> {
  const folder = join(built, name);
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  await rm(folder, { recursive: true });
  return page;
}
