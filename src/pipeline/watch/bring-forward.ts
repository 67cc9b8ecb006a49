import { GitError } from '../../platform/git.ts';
import { localBranch } from '../writer/branch.ts';

/**
 * Brings the branch that is checked out to a commit that was pushed. Files that somebody edited stay as they are: where that is not
 * possible, or the branch has commits of its own, nothing moves.
 */
export async function bringForward(root: string, commit: string): Promise<boolean> {
  const branch = await localBranch(root);
  try {
    return await branch.advance(commit);
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}
