import { hash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { codeVersion, documentsVersion } from '../platform/code-version.ts';
import { readEnvironment } from '../platform/environment.ts';
import { ConfigError } from '../platform/errors.ts';
import { latestNames, removeFolder, replaceFolder } from '../platform/files.ts';
import { runNode } from '../platform/run-node.ts';

/** What Astro made of the code of the site: the same for as long as the code and the documents stay the same, whatever is in data/. */
export interface SiteBundle {
  /** The version of the code. */
  readonly code: string;
  /** The folder of scripts, styles and all else that the site is given as it is. */
  readonly client: string;
  /** The module that writes the site: src/outputs/entry.ts with all that it needs. */
  readonly entry: string;
  /** The module of the threads that it starts: src/outputs/project-worker.ts. */
  readonly worker: string;
}

const PROGRAM = join(import.meta.dirname, 'bundle-program.ts');
/** Of the last few versions of the code: one works on a branch, and goes back. */
const MOST_KEPT = 4;

/**
 * Takes the bundle of the last build if nothing that it is made of has changed, or lets Astro make it.
 * @throws ConfigError where it cannot, after it has said why
 */
export async function bundleSite(root: string, log: (message: string) => void): Promise<SiteBundle> {
  const [code, documents] = await Promise.all([codeVersion(root), documentsVersion(root)]);
  const key = hash('sha256', JSON.stringify([root, code, documents, readEnvironment().site]));
  const folder = join(root, '.cache/bundle');
  const place = join(folder, key);
  if (!(await latestNames(folder)).includes(key)) {
    log('Bundling the code of the site, which is new');
    await make(root, place);
    const older = (await latestNames(folder)).slice(MOST_KEPT);
    await Promise.all(older.map((name) => removeFolder(join(folder, name))));
  }
  const server = join(place, 'server');
  return {
    code,
    client: join(place, 'client'),
    entry: join(server, 'prerender-entry.mjs'),
    worker: join(server, 'project-worker.mjs'),
  };
}

async function make(root: string, place: string): Promise<void> {
  // Two builds at once make it twice; what a killed one leaves goes with the older ones.
  const making = `${place}-${randomUUID()}`;
  const args = ['--root', root, '--out', join(making, 'client')];
  const { code } = await runNode([PROGRAM, ...args], { hearing: 'show' });
  if (code !== 0) {
    const remedy = 'mend what is named above';
    throw new ConfigError('the site: its code and documents cannot be bundled', { remedy });
  }
  await replaceFolder(making, place);
}
