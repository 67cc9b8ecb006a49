import picomatch from 'picomatch';
import { compareText } from '../core/compare-text.ts';
import type { Instant } from '../core/instant.ts';
import type { Package } from '../core/package.ts';
import { type Project, packagesOf } from '../core/project.ts';
import { ConfigError } from '../platform/errors.ts';
import { sourceOf } from '../sources/sources.ts';

/** One package to fetch, with what the watchlists say of it. */
export interface PlannedFetch {
  readonly package: Package;
  readonly source: string;
  /** The earliest that any project which ships it asks for; absent = all. */
  readonly since: Instant | undefined;
  readonly isRolling: (version: string) => boolean;
}

// Tags that are meant to move, where a watchlist names none.
const ROLLING = ['{nightly,latest,edge,canary,dev,main,master,tip,continuous,snapshot}'];

/**
 * The packages to fetch, sorted by purl, each once however many projects ship it.
 * @throws ConfigError if `only` names a package that no list follows
 */
export function planFetch(projects: readonly Project[], only?: ReadonlySet<string>): PlannedFetch[] {
  const followers = new Map<string, { package: Package; projects: Project[] }>();
  for (const project of projects) {
    for (const pkg of packagesOf(project)) {
      const entry = followers.get(pkg.purl) ?? { package: pkg, projects: [] };
      entry.projects.push(project);
      followers.set(pkg.purl, entry);
    }
  }
  for (const purl of only ?? []) {
    if (!followers.has(purl)) {
      throw new ConfigError(`${purl} is in no watchlist`, { remedy: `npm run add -- ${purl}` });
    }
  }
  const wanted = [...followers.values()].filter((entry) => only?.has(entry.package.purl) ?? true);
  return wanted
    .map((entry) => planPackage(entry.package, entry.projects))
    .sort((a, b) => compareText(a.package.purl, b.package.purl));
}

function planPackage(pkg: Package, projects: readonly Project[]): PlannedFetch {
  const days = projects.map(({ track }) => track.since);
  const since = days.every((day) => day !== undefined) ? days.toSorted(compareText)[0] : undefined;
  const patterns = projects.flatMap(({ track }) => track.rolling ?? []);
  return {
    package: pkg,
    source: sourceOf(pkg.type)?.id ?? '',
    since: since === undefined ? undefined : `${since}T00:00:00Z`,
    isRolling: picomatch(patterns.length > 0 ? patterns : ROLLING, { nocase: true }),
  };
}
