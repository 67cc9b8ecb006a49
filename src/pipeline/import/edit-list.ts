import { isDeepStrictEqual } from 'node:util';
import type { WatchedProject } from '../../core/watchlist.ts';
import { ConfigError } from '../../platform/errors.ts';
import { addToWatchlist, type NewProject, newWatchlist } from '../../store/add-to-watchlist.ts';
import { setUses } from '../../store/set-uses.ts';
import { parseWatchlist } from '../../store/watchlists.ts';
import type { TargetList } from './target-list.ts';

/**
 * The list’s new text, read back to see that it says what was meant and nothing else.
 * @param versions by the place of the project in the list
 * @throws ConfigError for a list that cannot be edited, or that would be too large
 */
export function editList(
  { list, text }: TargetList,
  versions: ReadonlyMap<number, string>,
  added: readonly NewProject[],
): string {
  const before = text === undefined ? [] : projectsOf(list, text);
  const edited =
    text === undefined ? newWatchlist(titleOf(list), added) : addToWatchlist(setUses(text, versions), added);
  const meant = before.map((one, index) => {
    const uses = versions.get(index);
    return uses === undefined ? one : { ...one, uses };
  });
  if (isDeepStrictEqual(projectsOf(list, edited), [...meant, ...added.map(asWatched)])) return edited;
  throw new ConfigError(`${list}.yml has a layout that cannot be edited`, {
    remedy: 'write each project as a line behind “- ”, or as keys with `package:` among them',
  });
}

function projectsOf(list: string, text: string): WatchedProject[] {
  const { watchlist, problems } = parseWatchlist(list, text);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new ConfigError(`${list}.yml with all this in it ${problem.problem}`, { remedy: problem.remedy });
  }
  return (watchlist?.projects ?? []).map((item) => (typeof item === 'string' ? { package: item } : item));
}

function asWatched({ package: purl, id, uses, since }: NewProject): WatchedProject {
  return {
    package: purl,
    ...(id !== undefined && { id }),
    ...(uses !== undefined && { uses }),
    ...(since !== undefined && { track: { since } }),
  };
}

function titleOf(list: string): string {
  const words = list.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
