import { join } from 'node:path';
import { type Problem, type Project, packagesOf, resolveProjects } from '../core/project.ts';
import { ConfigError } from '../platform/errors.ts';
import { SOURCES, sourceOf } from '../sources/sources.ts';
import { readWatchlists } from '../store/watchlists.ts';

/** Where Tidings works: the project folder, its data/ and .cache/, and all that the watchlists follow. */
export interface Workspace {
  readonly root: string;
  readonly data: string;
  readonly cache: string;
  readonly projects: readonly Project[];
}

/**
 * Reads the watchlists of a project folder.
 * @throws ConfigError with every problem of every list, a line each
 */
export async function openWorkspace(root: string): Promise<Workspace> {
  const data = join(root, 'data');
  const watchlists = await readWatchlists(data);
  const { projects, problems } = resolveProjects(watchlists.lists);
  const all = [...watchlists.problems, ...problems, ...unreadable(watchlists.lists, projects)];
  if (all.length > 0) throw new ConfigError(all.map(watchlists.describe).join('\n'));
  return { root, data, cache: join(root, '.cache'), projects };
}

function unreadable(lists: Parameters<typeof resolveProjects>[0], projects: readonly Project[]): Problem[] {
  const known = SOURCES.flatMap(({ types }) => types).join(', ');
  const problems: Problem[] = [];
  for (const project of projects) {
    for (const { purl, type } of packagesOf(project).filter((pkg) => sourceOf(pkg.type) === undefined)) {
      const list = project.lists[0]?.list ?? '';
      const items = lists.find((named) => named.list === list)?.watchlist.projects ?? [];
      const index = items.findIndex((item) => JSON.stringify(item).includes(purl));
      const problem = `no source reads “${type}” packages such as ${purl}`;
      problems.push({
        list,
        path: ['projects', Math.max(index, 0)],
        problem,
        remedy: `use one of: ${known}`,
      });
    }
  }
  return problems;
}
