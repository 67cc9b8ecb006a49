import { compareText } from '../../core/compare-text.ts';
import type { Instant } from '../../core/instant.ts';
import type { Project } from '../../core/project.ts';
import { SchemeId } from '../../core/watchlist.ts';
import type { Vulnerability } from '../advisories/vulnerability.ts';
import type { Entry } from '../entry.ts';
import { schemeOfProject } from '../project-scheme.ts';
import type { Says } from '../says.ts';
import { type Ladder, laddersOf } from './ladder.ts';

/** Where the upgrade planner finds it, below the site. */
export const UPGRADE_INDEX_PATH = 'api/v1/upgrade/index.json';

/** What is held of a package, as far as the planner asks. */
export interface UpgradePackage {
  /** The id of its project. */
  readonly project: string;
  readonly name: string;
  readonly scheme: SchemeId;
  readonly ladders: readonly Ladder[];
}

/** The versions of all that is followed here, by purl. */
export interface UpgradeIndex {
  readonly format: 1;
  /** The newest moment that data/ knows. */
  readonly asOf: Instant;
  readonly packages: Readonly<Record<string, UpgradePackage>>;
  /** Those that name one of the packages. */
  readonly vulnerabilities: readonly Vulnerability[];
  /** Packages that ship the versions of another one: their purls, and its. */
  readonly channels: Readonly<Record<string, string>>;
}

interface Held {
  readonly project: Project;
  readonly entries: readonly Entry[];
}

/** The index of these projects, which are in any order. */
export function upgradeIndex(
  projects: readonly Held[],
  vulnerabilities: readonly Vulnerability[],
  asOf: Instant,
  says: Says,
): UpgradeIndex {
  const packages: [string, UpgradePackage][] = [];
  const channels: [string, string][] = [];
  for (const { project, entries } of projects) {
    const { purl } = project.package;
    packages.push([purl, toPackage(project, entries, says)]);
    channels.push(...project.channels.map((channel): [string, string] => [channel.purl, purl]));
  }
  return {
    format: 1,
    asOf,
    packages: Object.fromEntries(packages.sort(byPurl)),
    vulnerabilities: vulnerabilities.map(withoutReferences),
    channels: Object.fromEntries(channels.sort(byPurl)),
  };
}

function toPackage(project: Project, entries: readonly Entry[], says: Says): UpgradePackage {
  const scheme = SchemeId.parse(schemeOfProject(project).id);
  return {
    project: project.id,
    name: project.name,
    scheme,
    ladders: laddersOf(entries, says),
  };
}

// Its own address leads to them.
function withoutReferences({ records, ...vulnerability }: Vulnerability): Vulnerability {
  return { ...vulnerability, records: records.map(({ references: _, ...record }) => record) };
}

function byPurl([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareText(a, b);
}
