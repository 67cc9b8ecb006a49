import { join } from 'node:path';
import { now } from '../platform/clock.ts';
import { pauseBeforeTry } from '../platform/pause.ts';
import { withLock } from '../platform/run-lock.ts';
import { findUnwatched, prunePackages, type Unwatched } from '../store/prune.ts';
import { createCommitter } from './committer.ts';
import { packagesOf, type Workspace } from './workspace.ts';
import { land } from './writer/land.ts';
import { openWriter } from './writer/writer.ts';

/** What no watchlist names any more. */
export function planPrune({ data, projects }: Workspace): Promise<readonly Unwatched[]> {
  return findUnwatched(data, projects.flatMap(packagesOf));
}

/**
 * Removes it, as a commit on the branch here if asked. Returns how many files were removed or written.
 * @throws ConfigError before anything is removed, if edited files of data/ would be in the way
 */
export async function performPrune(
  workspace: Workspace,
  plan: readonly Unwatched[],
  commit: boolean,
): Promise<number> {
  if (!commit) return (await prunePackages(workspace.data, plan)).length;
  return withLock(join(workspace.cache, 'run', 'lock'), async () => {
    const { branch, tree, workspace: openTree } = await openWriter(workspace, 'commit');
    const at = now();
    const prune = async () => {
      const there = await openTree();
      const unwatched = await planPrune(there);
      const paths = (await prunePackages(there.data, unwatched)).map((path) => `data/${path}`);
      await createCommitter(tree.folder, at).commit(paths, pruneMessage(unwatched, at));
      return paths.length;
    };
    return (await land(branch, tree, prune, pauseBeforeTry)).result;
  });
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
