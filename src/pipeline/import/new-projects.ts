import { type Package, packageName } from '../../core/package.ts';
import { idOf, type Project } from '../../core/project.ts';
import type { NewProject } from '../../store/add-to-watchlist.ts';
import type { Wanted } from './wanted.ts';

/**
 * How packages stand in a list that does not have them: with an id where their own would be another project’s, and with a `since`,
 * so that nobody fetches ten years of a hundred packages.
 */
export function newProjects(
  wanted: readonly Wanted[],
  projects: readonly Project[],
  since: string,
): NewProject[] {
  const followed = new Map(projects.map((project) => [project.package.purl, project]));
  const ids = chooseIds(
    wanted.map((one) => one.package).filter(({ purl }) => !followed.has(purl)),
    new Set(projects.map(({ id }) => id)),
  );
  return wanted.map(({ package: { purl }, uses }) => {
    const elsewhere = followed.get(purl);
    // With another `since` than the list that follows it already, more of it would be fetched.
    if (elsewhere !== undefined) return { package: purl, uses, since: elsewhere.track.since };
    return { package: purl, id: ids.get(purl), uses, since };
  });
}

/** The ids that must be written. Of `picomatch` and `@types/picomatch`, the first keeps the name. */
function chooseIds(packages: readonly Package[], taken: Set<string>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const pkg of packages.toSorted((a, b) => Number(hasScope(a)) - Number(hasScope(b)))) {
    const short = idOf(pkg.name);
    const id = candidates(short, idOf(packageName(pkg)), pkg.type).find((one) => !taken.has(one)) ?? short;
    taken.add(id);
    if (id !== short) ids.set(pkg.purl, id);
  }
  return ids;
}

function hasScope({ namespace }: Package): boolean {
  return namespace !== undefined;
}

/** `core`, `octokit-core`, `npm-octokit-core`, `npm-octokit-core-2` and so on. */
function* candidates(short: string, whole: string, type: string): Generator<string> {
  yield short;
  yield whole;
  yield idOf(`${type}-${whole}`);
  for (let number = 2; ; number += 1) yield idOf(`${type}-${whole.slice(0, 40)}-${number}`);
}
