import type { Instant } from '../core/instant.ts';
import { ConfigError } from '../platform/errors.ts';
import { git } from '../platform/git.ts';

/** Commits paths below data/ on the current branch, and nothing else that the person has staged or edited. */
export interface Committer {
  readonly commit: (paths: readonly string[], message: string) => Promise<void>;
}

/**
 * Opens the repository for commits dated `at`.
 * @throws ConfigError if something below data/ (watchlists aside) is modified already: it would be swept into our commit
 */
export async function openCommitter(root: string, at: Instant): Promise<Committer> {
  const status = await git(root, [
    'status',
    '--porcelain',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--',
    'data',
  ]);
  const modified = status
    .split('\0')
    .filter((line) => line !== '' && !line.slice(3).startsWith('data/watchlists/'));
  if (modified.length > 0) {
    const paths = modified.map((line) => line.slice(3)).join(', ');
    throw new ConfigError(`${paths}: modified, but not committed`, {
      remedy: 'commit these files or restore them (git checkout -- data), then run again with --commit',
    });
  }
  const environment = { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_LITERAL_PATHSPECS: '1' };

  async function commit(paths: readonly string[], message: string): Promise<void> {
    if (paths.length === 0) return;
    const outside = paths.find((path) => !path.startsWith('data/') || path.split('/').includes('..'));
    if (outside !== undefined) throw new ConfigError(`${outside} is not below data/ and is not committed`);
    const input = paths.join('\0');
    const list = ['--pathspec-from-file=-', '--pathspec-file-nul'];
    await git(root, ['add', '--all', ...list], { input, environment });
    const only = ['commit', '--quiet', '--only', '--cleanup=verbatim', `--message=${message}`, ...list];
    await git(root, only, { input, environment });
  }

  return { commit };
}
