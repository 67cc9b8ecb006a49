import { ConfigError, HostError } from '../../platform/errors.ts';
import { removeFile } from '../../platform/files.ts';
import { GitError, git } from '../../platform/git.ts';
import { whileLanding } from './landing.ts';

/** The branch that a run writes to. */
export interface Branch {
  /** As a person knows it: `main`, `origin/main`. */
  readonly name: string;
  /** The commit that it is at now. */
  readonly head: () => Promise<string>;
  /** Moves it on to a commit that was made upon `head`; false if somebody else was faster. Never by force. */
  readonly advance: (commit: string) => Promise<boolean>;
}

/**
 * The branch that is checked out. It moves forward as by `git merge --ff-only`: edited and staged files stay as they are.
 * @throws ConfigError if there is no commit yet
 */
export async function localBranch(root: string): Promise<Branch> {
  const head = async () => (await git(root, ['rev-parse', '--verify', 'HEAD^{commit}'])).trim();
  const name = (await git(root, ['rev-parse', '--abbrev-ref', 'HEAD'])).trim();
  return {
    name,
    head,
    async advance(commit) {
      try {
        await whileLanding(root, commit, () =>
          git(root, ['merge', '--ff-only', '--quiet', '--no-stat', commit]),
        );
        return true;
      } catch (error) {
        if (error instanceof GitError && (await hasMoved(root, commit, error))) return false;
        throw error;
      }
    },
  };
}

// Another git may hold the index just now: that passes, like a commit that was made meanwhile.
async function hasMoved(root: string, commit: string, error: GitError): Promise<boolean> {
  if (/index\.lock|cannot lock ref/.test(error.said)) return true;
  return !(await isAncestor(root, 'HEAD', commit));
}

/**
 * The branch of a remote that the one checked out follows, else the one of the same name at `origin`.
 * @throws ConfigError if there is no such remote
 */
export async function remoteBranch(root: string): Promise<Branch> {
  const { remote, branch } = await followed(root);
  const base = 'refs/tidings/base';
  async function head() {
    // Ours alone, as long as this run holds its lock: a git that was killed has left it.
    const lock = ['rev-parse', '--path-format=absolute', '--git-path', `${base}.lock`];
    await removeFile((await git(root, lock)).trim());
    try {
      await git(root, [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        remote,
        `+refs/heads/${branch}:${base}`,
      ]);
    } catch (error) {
      throw unreached(error, remote, branch);
    }
    return (await git(root, ['rev-parse', '--verify', `${base}^{commit}`])).trim();
  }
  async function advance(commit: string) {
    try {
      await git(root, ['push', '--porcelain', '--no-verify', remote, `${commit}:refs/heads/${branch}`]);
      return true;
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (LOST_RACE.test(error.said)) return false;
      // It may have been accepted, and the answer lost.
      if (await isAncestor(root, commit, await head())) return true;
      throw unreached(error, remote, branch);
    }
  }
  return { name: `${remote}/${branch}`, head, advance };
}

// The words of a client that sees that it is late, and of a server where two pushes meet.
const LOST_RACE =
  /\[rejected\]|fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value|is at [0-9a-f]+ but expected/;

async function followed(root: string): Promise<{ remote: string; branch: string }> {
  const branch = (await git(root, ['rev-parse', '--abbrev-ref', 'HEAD'])).trim();
  if (branch === 'HEAD') {
    throw new ConfigError('no branch is checked out', {
      remedy: 'check out the branch to push to: git switch main',
    });
  }
  const [remote, merge] = await Promise.all([
    setting(root, `branch.${branch}.remote`, 'origin'),
    setting(root, `branch.${branch}.merge`, `refs/heads/${branch}`),
  ]);
  return { remote, branch: merge.replace(/^refs\/heads\//, '') };
}

async function setting(root: string, name: string, otherwise: string): Promise<string> {
  return (await git(root, ['config', '--default', otherwise, '--get', name])).trim();
}

async function isAncestor(root: string, older: string, newer: string): Promise<boolean> {
  const [base, commit] = await Promise.all([
    git(root, ['merge-base', older, newer]),
    git(root, ['rev-parse', older]),
  ]);
  return base.trim() === commit.trim();
}

function unreached(error: unknown, remote: string, branch: string): unknown {
  if (!(error instanceof GitError)) return error;
  return new HostError(`${remote}/${branch}: ${error.said}`, {
    cause: error,
    remedy: 'see that the remote can be reached, has this branch, and lets you push; what was read is kept',
  });
}
