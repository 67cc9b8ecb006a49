import { packagesOf } from '../core/project.ts';
import { ConfigError } from '../platform/errors.ts';
import type { Workspace } from './workspace.ts';

/**
 * A list that was edited here, and is not on the branch yet, follows packages that the branch knows nothing of.
 * @throws ConfigError that names them
 */
export function refuseUnpushed(
  only: ReadonlySet<string> | undefined,
  here: Workspace,
  there: Workspace,
  branch: string,
): void {
  const known = purlsOf(there);
  const unknown = [...purlsOf(here)].filter((purl) => only?.has(purl) === true && !known.has(purl));
  if (unknown.length === 0) return;
  throw new ConfigError(`${unknown.join(', ')}: in a watchlist here, but in none of ${branch}`, {
    remedy: 'commit the watchlist, and push it where you write to a remote',
  });
}

function purlsOf({ projects }: Workspace): ReadonlySet<string> {
  return new Set(projects.flatMap(packagesOf).map(({ purl }) => purl));
}
