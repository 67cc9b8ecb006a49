import { now } from '../platform/clock.ts';
import { findUnwatched, prunePackages, type Unwatched } from '../store/prune.ts';
import { openCommitter } from './committer.ts';
import { packagesOf, type Workspace } from './workspace.ts';

/** What no watchlist names any more. */
export function planPrune({ data, projects }: Workspace): Promise<readonly Unwatched[]> {
  return findUnwatched(data, projects.flatMap(packagesOf));
}

/**
 * Removes it, and commits that if asked. Returns how many files were removed or written.
 * @throws ConfigError before anything is removed, if data/ has changes that a commit would sweep up
 */
export async function performPrune(
  { root, data }: Workspace,
  plan: readonly Unwatched[],
  commit: boolean,
): Promise<number> {
  const at = now();
  const committer = commit ? await openCommitter(root, at) : undefined;
  const paths = await prunePackages(data, plan);
  await committer?.commit(
    paths.map((path) => `data/${path}`),
    pruneMessage(plan, at),
  );
  return paths.length;
}

const MOST_NAMED = 100;

function pruneMessage(plan: readonly Unwatched[], at: string): string {
  // As in the purl, so that a scope is `%40scope` and mentions nobody.
  const names = plan.slice(0, MOST_NAMED).map((one) => `- ${one.package.slice('pkg:'.length)}`);
  const rest = plan.length > MOST_NAMED ? [`… and ${plan.length - MOST_NAMED} more`] : [];
  const subject = `data: prune ${plan.length} packages`;
  return [subject, '', ...names, ...rest, '', `Run: ${at}`, 'Data-Op: prune', ''].join('\n');
}

/** What is listed before anything is removed: a line a package. */
export function describePrune(plan: readonly Unwatched[]): string {
  const lines = plan.map((one) => `${one.package}  ${one.paths.length} files`);
  return `${[...lines, `${plan.length} packages that no watchlist names`].join('\n')}\n`;
}
