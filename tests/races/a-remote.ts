import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { aRepository } from '../pipeline/a-repository.ts';

type Git = (...args: readonly string[]) => string;

/** A folder of somebody who shares the branch `main` with others. */
export interface Clone {
  readonly root: string;
  readonly git: Git;
}

/** A bare repository that refuses whatever is not a step forward, and clones of it. */
export interface Remote {
  readonly git: Git;
  readonly clone: (name: string) => Clone;
  /** A clone that holds the newest commit: what everybody sees. */
  readonly newest: () => Clone;
}

/** A remote with one commit that holds these files. */
export async function aRemote(test: TestContext, files: Readonly<Record<string, string>>): Promise<Remote> {
  const { root: folder } = await aRepository(test, files);
  const bare = join(folder, 'remote.git');
  gitIn(folder)('clone', '--quiet', '--bare', '.', bare);
  const git = gitIn(bare);
  git('config', 'receive.denyNonFastForwards', 'true');
  git('config', 'receive.denyDeletes', 'true');
  git('config', 'receive.fsckObjects', 'true');
  git('config', 'core.logAllRefUpdates', 'true');

  function clone(name: string): Clone {
    const root = join(folder, name);
    gitIn(folder)('clone', '--quiet', bare, root);
    const inClone = gitIn(root);
    inClone('config', 'user.name', `Writer ${name}`);
    inClone('config', 'user.email', `${name}@tidings.example`);
    return { root, git: inClone };
  }

  let reader: Clone | undefined;
  function newest(): Clone {
    reader ??= clone('reader');
    reader.git('pull', '--quiet', '--ff-only');
    return reader;
  }
  return { git, clone, newest };
}

export function gitIn(folder: string): Git {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return (...args) => execFileSync('git', args, options);
}
