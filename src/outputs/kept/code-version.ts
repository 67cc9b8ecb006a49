import { hash } from 'node:crypto';
import { join } from 'node:path';
import { listFiles, readFileIfThere } from '../../platform/files.ts';
import { machine } from '../../platform/machine.ts';

const FILES = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Changes with every file that the pages are made by, and with Node. Documents and styles of feeds are copied anew each time. */
export async function codeVersion(root: string): Promise<string> {
  const sources = await listFiles(join(root, 'src'));
  const paths = [...FILES, ...sources.map((path) => `src/${path}`)];
  const texts = await Promise.all(paths.map((path) => readFileIfThere(join(root, path))));
  return hash('sha256', JSON.stringify([machine(), paths, texts]));
}
