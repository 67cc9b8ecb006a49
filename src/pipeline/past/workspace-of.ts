import { type Project, resolveProjects } from '../../core/project.ts';
import { parseWatchlist } from '../../store/watchlists.ts';
import { type PlannedFetch, planFetch } from '../fetch-plan.ts';

/** What the watchlists of a commit follow. */
export interface Followed {
  readonly projects: readonly Project[];
  readonly plans: ReadonlyMap<string, PlannedFetch>;
  /** Why a list of that time cannot be read, if one cannot. */
  readonly problems: readonly string[];
}

const LIST = /^watchlists\/([^/]+)\.yml$/;

/** Whether a path below data/ is a watchlist. */
export function isWatchlist(path: string): boolean {
  return LIST.test(path);
}

/** Reads watchlists, given by path below data/. */
export function followedBy(texts: ReadonlyMap<string, string>): Followed {
  const read = [...texts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => {
      const list = LIST.exec(path)?.[1] ?? path;
      return { list, ...parseWatchlist(list, text) };
    });
  const lists = read.flatMap(({ list, watchlist }) => (watchlist ? [{ list, watchlist }] : []));
  const { projects, problems } = resolveProjects(lists);
  const all = [...read.flatMap((one) => one.problems), ...problems];
  return {
    projects,
    plans: new Map(planFetch(projects).map((plan) => [plan.package.purl, plan])),
    problems: all.map(({ list, path, problem }) => `${list}: ${[...path, problem].join(' ')}`),
  };
}
