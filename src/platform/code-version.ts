import { hash } from 'node:crypto';
import { join } from 'node:path';
import { listFiles, readFileIfThere } from './files.ts';

const FILES = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Changes with every file that the site is made by, and with Node: src/ and what says how it is bundled. Documents are none of it. */
export async function codeVersion(root: string): Promise<string> {
  return hash('sha256', JSON.stringify([process.versions.node, await textsIn(root, FILES, ['src'])]));
}

/** Changes with the documents and the files that stand in the site as they are. */
export async function documentsVersion(root: string): Promise<string> {
  return hash('sha256', JSON.stringify(await textsIn(root, [], ['docs', 'public'])));
}

async function textsIn(root: string, files: readonly string[], folders: readonly string[]) {
  const inside = folders.map(async (folder) =>
    (await listFiles(join(root, folder))).map((path) => `${folder}/${path}`),
  );
  const paths = [...files, ...(await Promise.all(inside)).flat()];
  return Promise.all(paths.map(async (path) => [path, await readFileIfThere(join(root, path))]));
}
