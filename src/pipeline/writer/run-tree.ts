import { join } from 'node:path';
import { removeFile, removeFolder } from '../../platform/files.ts';
import { GitError, git } from '../../platform/git.ts';

/** A worktree of our own: what people have edited, staged and committed in theirs is never touched. */
export interface RunTree {
  /** The project's folder in it. */
  readonly folder: string;
  /** Makes it this commit, and nothing else. */
  readonly reset: (commit: string) => Promise<void>;
  readonly head: () => Promise<string>;
}

/**
 * Opens the worktree of runs below the cache folder, and makes it if need be; a killed run may have left it in any state.
 * @throws ConfigError if this is no git repository, or has no commit
 */
export async function openRunTree(root: string, cache: string): Promise<RunTree> {
  const tree = join(cache, 'run', 'tree');
  const prefix = (await git(root, ['rev-parse', '--show-prefix'])).trim();
  if (!(await isOurs(root, tree))) {
    await removeFolder(tree);
    await git(root, ['worktree', 'prune']);
    await git(root, [
      'worktree',
      'add',
      '--force',
      '--force',
      '--quiet',
      '--detach',
      '--no-checkout',
      tree,
      'HEAD',
    ]);
  }
  const reset = async (commit: string) => {
    await removeFile(await pathOf(tree, 'index.lock'));
    await git(tree, ['reset', '--hard', '--quiet', commit]);
    await git(tree, ['clean', '-ffdxq']);
  };
  const head = async () => (await git(tree, ['rev-parse', 'HEAD'])).trim();
  return { folder: join(tree, prefix), reset, head };
}

// A copied project has a copied tree, which still belongs to the original's repository.
async function isOurs(root: string, tree: string): Promise<boolean> {
  try {
    const common = ['rev-parse', '--path-format=absolute', '--git-common-dir'];
    if ((await git(tree, common)) !== (await git(root, common))) return false;
    return (await git(tree, ['rev-parse', '--show-cdup'])).trim() === '';
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  if (error instanceof GitError) return true;
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code));
}

async function pathOf(tree: string, file: string): Promise<string> {
  return (await git(tree, ['rev-parse', '--path-format=absolute', '--git-path', file])).trim();
}
