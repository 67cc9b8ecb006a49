import { join } from 'node:path';
import { packagesOf } from '../core/project.ts';
import { now } from '../platform/clock.ts';
import { pauseBeforeTry } from '../platform/pause.ts';
import { withLock } from '../platform/run-lock.ts';
import { findIdleAdvisories, removeAdvisories } from '../store/advisories.ts';
import { findUnwatched, prunePackages, type Unwatched } from '../store/prune.ts';
import { createCommitter } from './committer.ts';
import type { Workspace } from './workspace.ts';
import { land } from './writer/land.ts';
import { openWriter } from './writer/writer.ts';

/** What no watchlist names any more, and the advisories that concern nothing else. */
export interface PrunePlan {
  readonly packages: readonly Unwatched[];
  /** Below data/. */
  readonly advisories: readonly string[];
}

export async function planPrune({ data, projects }: Workspace): Promise<PrunePlan> {
  const watched = projects.flatMap(packagesOf);
  const purls = new Set(watched.map(({ purl }) => purl));
  return {
    packages: await findUnwatched(data, watched),
    advisories: await findIdleAdvisories(data, purls),
  };
}

/** Whether there is nothing to remove. */
export function isEmpty({ packages, advisories }: PrunePlan): boolean {
  return packages.length + advisories.length === 0;
}

/**
 * Removes it, as a commit on the branch here if asked. Returns how many files were removed or written.
 * @throws ConfigError before anything is removed, if edited files of data/ would be in the way
 */
export async function performPrune(workspace: Workspace, plan: PrunePlan, commit: boolean): Promise<number> {
  if (!commit) return (await pruneAll(workspace.data, plan)).length;
  return withLock(join(workspace.cache, 'run', 'lock'), async () => {
    const { branch, tree, workspace: openTree } = await openWriter(workspace, 'commit');
    const at = now();
    const prune = async () => {
      const there = await openTree();
      const now = await planPrune(there);
      const paths = (await pruneAll(there.data, now)).map((path) => `data/${path}`);
      await createCommitter(tree.folder, at).commit(paths, pruneMessage(now, at));
      return paths.length;
    };
    return (await land(branch, tree, prune, pauseBeforeTry)).result;
  });
}

async function pruneAll(data: string, { packages, advisories }: PrunePlan): Promise<string[]> {
  return [...(await prunePackages(data, packages)), ...(await removeAdvisories(data, advisories))];
}

const MOST_NAMED = 100;

function pruneMessage({ packages, advisories }: PrunePlan, at: string): string {
  // As in the purl, so that a scope is `%40scope` and mentions nobody.
  const all = [
    ...packages.map((one) => `- ${one.package.slice('pkg:'.length)}`),
    ...advisories.map((path) => `- ${path}`),
  ];
  const names = all.slice(0, MOST_NAMED);
  const rest = all.length > MOST_NAMED ? [`… and ${all.length - MOST_NAMED} more`] : [];
  const subject = `data: prune ${packages.length} packages${advisoriesInWords(advisories)}`;
  return [subject, '', ...names, ...rest, '', `Run: ${at}`, 'Data-Op: prune', ''].join('\n');
}

function advisoriesInWords(advisories: readonly string[]): string {
  return advisories.length === 0 ? '' : `, ${advisories.length} advisories`;
}

/** What is listed before anything is removed: a line a package and an advisory. */
export function describePrune({ packages, advisories }: PrunePlan): string {
  const lines = [...packages.map((one) => `${one.package}  ${one.paths.length} files`), ...advisories];
  const count = `${packages.length} packages that no watchlist names${advisoriesInWords(advisories)}`;
  return `${[...lines, count].join('\n')}\n`;
}
