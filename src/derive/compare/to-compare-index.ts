import { comparisonUrl } from '../../core/address.ts';
import type { Project } from '../../core/project.ts';
import { SchemeId } from '../../core/watchlist.ts';
import type { ProjectAdvisories } from '../advisories/project-advisories.ts';
import type { Vulnerability } from '../advisories/vulnerability.ts';
import type { Entry } from '../entry.ts';
import { schemeOfProject } from '../project-scheme.ts';
import type { Says } from '../says.ts';
import { tracksOf } from '../tracks.ts';
import { flagsOf } from '../upgrade/ladder.ts';
import type { ComparedAdvisory, ComparedRelease, CompareIndex, CompareLine } from './compare-index.ts';
import type { EntryLine } from './compare-lines.ts';

/** What is held of a project. */
export interface ComparedProject {
  readonly project: Project;
  readonly entries: readonly Entry[];
  readonly advisories: ProjectAdvisories;
}

/** What else there is to know of it. */
export interface CompareWorld {
  readonly says: Says;
  readonly titleOf: (list: string) => string;
  /** How many edits of its notes are known. */
  readonly editsOf: (entry: Entry) => number;
}

/** The index of a project, whose entries are in any order, with the lines that they are. */
export function toCompareIndex(
  view: ComparedProject,
  ordered: readonly EntryLine[],
  world: CompareWorld,
): CompareIndex {
  const { project, entries, advisories } = view;
  const affecting = new Set(
    entries.flatMap((entry) => advisories.of(entry).affectedBy.map(({ vulnerability }) => vulnerability)),
  );
  const told = advisories.all.filter((one) => affecting.has(one));
  const places = new Map(told.map((one, place) => [one, place]));
  const repositories = [...project.channels, project.package].filter((pkg) => comparisonUrl(pkg, '1', '2'));
  const purls = repositories.map(({ purl }) => purl);
  const toRelease = (entry: Entry) => releaseOf(entry, view, world, places, purls);
  return {
    format: 1,
    project: project.id,
    name: project.name,
    scheme: SchemeId.parse(schemeOfProject(project).id),
    package: project.package.purl,
    repositories: purls,
    uses: project.lists.flatMap(({ list, uses }) =>
      uses === undefined ? [] : [[uses, world.titleOf(list)] as const],
    ),
    advisories: told.map(toAdvisory),
    lines: ordered.map((line) => toLine(line, toRelease)),
  };
}

function toLine(
  { name, isByDate, entries }: EntryLine,
  toRelease: (entry: Entry) => ComparedRelease,
): CompareLine {
  return {
    ...(name !== '' && { name }),
    ...(isByDate && { isByDate }),
    tracks: tracksOf(entries).map((track) => [track.name, track.latest.release.version]),
    releases: entries.map(toRelease),
  };
}

function releaseOf(
  entry: Entry,
  { advisories }: ComparedProject,
  { says, editsOf }: CompareWorld,
  places: ReadonlyMap<Vulnerability, number>,
  repositories: readonly string[],
): ComparedRelease {
  const { version, at, release } = entry;
  const flags = flagsOf(entry, says);
  const edits = editsOf(entry);
  const tags = entry.channels.flatMap(({ package: { purl }, release: shipped }) => {
    const place = repositories.indexOf(purl);
    return place < 0 ? [] : [[place, shipped.version] as const];
  });
  const open = advisories.of(entry).affectedBy.map(({ vulnerability, fixedIn }) => {
    const place = places.get(vulnerability) ?? -1;
    return fixedIn === undefined ? ([place] as const) : ([place, fixedIn] as const);
  });
  return {
    version,
    day: at.slice(0, 10),
    ...(flags !== '' && { flags }),
    ...(release.version !== version && { ref: release.version }),
    ...(tags.length > 0 && { tags: Object.fromEntries(tags) }),
    ...(open.length > 0 && { open }),
    ...(edits > 0 && { edits }),
  };
}

function toAdvisory({ id, url, severity, isMalware, summary }: Vulnerability): ComparedAdvisory {
  return { id, url, severity, ...(isMalware && { isMalware }), ...(summary !== '' && { summary }) };
}
