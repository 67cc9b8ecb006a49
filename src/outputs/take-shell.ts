import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readShell, type Shell } from './shell.ts';

/** Reads a shell that Astro built, by the name of its folder, and removes its page from the site. */
export async function takeShell(dist: string, name: string): Promise<Shell> {
  const folder = join(dist, name);
  const shell = readShell(await readFile(join(folder, 'index.html'), 'utf8'));
  await rm(folder, { recursive: true });
  return shell;
}
