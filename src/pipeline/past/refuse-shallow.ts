import { ConfigError } from '../../platform/errors.ts';
import { git } from '../../platform/git.ts';

/** @throws ConfigError if the past is not here: a clone that was cut off, or no commit at all */
export async function refuseShallow(root: string): Promise<void> {
  const isShallow = (await git(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  if (!isShallow) return;
  throw new ConfigError('this clone is shallow: it lacks the older commits', {
    remedy: 'fetch them: git fetch --unshallow',
  });
}
