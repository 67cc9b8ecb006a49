import type { Instant } from '../core/instant.ts';
import { ConfigError } from '../platform/errors.ts';
import { git } from '../platform/git.ts';

/** Commits paths below data/, and nothing else. */
export interface Committer {
  readonly commit: (paths: readonly string[], message: string) => Promise<void>;
}

/** Makes commits dated `at` in a worktree that nobody else uses: see writer/run-tree.ts. */
export function createCommitter(folder: string, at: Instant): Committer {
  const environment = { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_LITERAL_PATHSPECS: '1' };

  async function commit(paths: readonly string[], message: string): Promise<void> {
    if (paths.length === 0) return;
    const outside = paths.find((path) => !path.startsWith('data/') || path.split('/').includes('..'));
    if (outside !== undefined) throw new ConfigError(`${outside} is not below data/ and is not committed`);
    const list = ['--pathspec-from-file=-', '--pathspec-file-nul'];
    await git(folder, ['add', '--all', '--force', ...list], { input: paths.join('\0'), environment });
    await git(folder, ['commit', '--quiet', '--cleanup=verbatim', '--file=-'], {
      input: message,
      environment,
    });
  }

  return { commit };
}
