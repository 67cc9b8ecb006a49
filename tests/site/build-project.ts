import { execFile } from 'node:child_process';
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '../..');
const COPIED = ['src', 'scripts', 'public', 'docs', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Gives a folder that has data/ everything else that a project has. */
export async function layProject(root: string): Promise<void> {
  for (const name of COPIED) await cp(join(PROJECT, name), join(root, name), { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
}

/**
 * Builds the site of a project folder, for this address, into its dist/. Returns what the build said.
 * @throws Error with it where the build fails
 */
export function buildProject(root: string, url: string): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: root, TIDINGS_SITE: url };
  return new Promise((resolve, reject) => {
    const program = [join(root, 'scripts/build.ts')];
    execFile(process.execPath, program, { cwd: root, env, timeout: 300_000 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout + stderr);
      else reject(new Error(`the build failed:\n${stdout}\n${stderr}`, { cause: error }));
    });
  });
}
