import { GitError, git } from '../../platform/git.ts';
import { AS_IT_WAS } from './read-log.ts';

/** The full id of the commit that a person names by an id or a ref; undefined if there is none. */
export async function findCommit(root: string, named: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${named}^{commit}`];
  try {
    return (await git(root, args, AS_IT_WAS)).trim().split('\n').at(-1);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
