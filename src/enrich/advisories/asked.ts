import { type Package, packageName } from '../../core/package.ts';

/** A package as the databases of advisories name it. */
export interface Asked {
  readonly purl: string;
  /** As OSV calls its ecosystem: https://ossf.github.io/osv-schema/#defined-ecosystems */
  readonly ecosystem: string;
  readonly name: string;
}

interface Ecosystem {
  readonly osv: string;
  /** As the REST API of GitHub calls it. */
  readonly github: string;
  /** Names that differ in their case are one. */
  readonly folds?: true;
}

// By purl type. A repository or an image has no ecosystem: its packages do.
const ECOSYSTEMS: ReadonlyMap<string, Ecosystem> = new Map([
  ['npm', { osv: 'npm', github: 'npm' }],
  ['pypi', { osv: 'PyPI', github: 'pip', folds: true }],
  ['cargo', { osv: 'crates.io', github: 'rust' }],
  ['maven', { osv: 'Maven', github: 'maven' }],
  ['golang', { osv: 'Go', github: 'go' }],
  ['nuget', { osv: 'NuGet', github: 'nuget', folds: true }],
  ['gem', { osv: 'RubyGems', github: 'rubygems' }],
  ['composer', { osv: 'Packagist', github: 'composer', folds: true }],
  ['pub', { osv: 'Pub', github: 'pub' }],
  ['hex', { osv: 'Hex', github: 'erlang' }],
  ['githubactions', { osv: 'GitHub Actions', github: 'actions', folds: true }],
]);

/** Undefined for what the databases do not know: other types, and packages of a private home, whose names are nobody's business. */
export function toAsked(pkg: Package): Asked | undefined {
  const ecosystem = ECOSYSTEMS.get(pkg.type)?.osv;
  if (ecosystem === undefined || pkg.repositoryUrl !== undefined) return undefined;
  return { purl: pkg.purl, ecosystem, name: packageName(pkg) };
}

/** The ecosystem of GitHub's database that is one of OSV's; undefined where it has none. */
export function githubEcosystem(ecosystem: string): string | undefined {
  return [...ECOSYSTEMS.values()].find(({ osv }) => osv === ecosystem)?.github;
}

/** Finds the packages that a record means by a name. */
export type FindPackages = (ecosystem: string, name: string) => readonly string[];

/**
 * By OSV's ecosystem, or GitHub's. One with a suffix (`Debian:12`, `Maven:https://…`) is of another distribution or home, and none of
 * ours.
 */
export function indexNames(all: readonly Asked[]): FindPackages {
  const index = Map.groupBy(all, ({ ecosystem, name }) => keyOf(ecosystem, name));
  return (ecosystem, name) => (index.get(keyOf(ecosystem, name)) ?? []).map(({ purl }) => purl);
}

function keyOf(ecosystem: string, name: string): string {
  const known = [...ECOSYSTEMS.values()].find(({ osv, github }) => osv === ecosystem || github === ecosystem);
  const spelt = known?.osv === 'PyPI' ? name.replace(/[-_.]+/g, '-') : name;
  return `${known?.osv ?? ecosystem} ${known?.folds ? spelt.toLowerCase() : spelt}`;
}
