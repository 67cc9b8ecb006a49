import type { Instant } from '../../core/instant.ts';
import type { Package } from '../../core/package.ts';
import { GitError, git } from '../../platform/git.ts';
import { packagePath } from '../../store/paths.ts';

/**
 * The packages that a commit of somebody else tells of, which our questions did not know: what we were told may be older than what
 * stands there, so it is not applied. The next run asks again.
 */
export async function findSuperseded(
  folder: string,
  packages: readonly Package[],
  { startedAt, base }: { readonly startedAt: Instant; readonly base: string | undefined },
): Promise<Set<string>> {
  // By what the questions knew, never by dates: another writer's clock may be behind ours. Dates are all there is without a common base.
  const isKnown = base !== undefined && (await hasCommit(folder, base));
  const news = isKnown ? ['HEAD', `^${base}`] : [`--since=${startedAt}`, 'HEAD'];
  const args = ['log', '--format=', '--name-only', '--no-renames', '-z', '--relative'];
  const names = (await git(folder, [...args, ...news, '--', 'data/releases'])).split('\0');
  const touched = new Set(names.map((name) => name.trim().replace(/(@[^/@]*)?\.json$/, '')));
  const changed = packages.filter((pkg) => touched.has(`data/${packagePath(pkg)}`));
  return new Set(changed.map(({ purl }) => purl));
}

async function hasCommit(folder: string, commit: string): Promise<boolean> {
  try {
    await git(folder, ['cat-file', '-e', `${commit}^{commit}`]);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}
