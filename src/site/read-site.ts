import type { Change } from '../core/change.ts';
import { compareText } from '../core/compare-text.ts';
import type { Failure } from '../core/health.ts';
import type { Instant } from '../core/instant.ts';
import { notesHash } from '../core/notes.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { type Project, packagesOf, resolveProjects } from '../core/project.ts';
import { newestFirst } from '../core/release.ts';
import { joinRecords } from '../derive/advisories/join-records.ts';
import { projectAdvisories } from '../derive/advisories/project-advisories.ts';
import { type ByPackage, indexByPackage } from '../derive/advisories/vulnerability.ts';
import { bySource } from '../derive/by-source.ts';
import { projectEntries } from '../derive/entries.ts';
import { versionsInUse } from '../derive/in-use.ts';
import { toLedger } from '../derive/ledger.ts';
import { saysByMarks } from '../derive/says.ts';
import { standing } from '../derive/standing.ts';
import { projectSummaries, type StoredSummaries } from '../derive/summaries/project-summaries.ts';
import { ConfigError } from '../platform/errors.ts';
import type { ProjectView, Site, TagView } from '../site.ts';
import { readAdvisories } from '../store/advisories.ts';
import { readHealth, readLedger } from '../store/read.ts';
import { readRecords } from '../store/read-records.ts';
import { readAllSummaries } from '../store/summaries.ts';
import { readWatchlists } from '../store/watchlists.ts';
import { notesMarks } from './marks.ts';

/** What whoever writes the files of some projects alone has to be given: their ids, and the newest moment that all of data/ knows. */
export interface SitePart {
  readonly ids: readonly string[];
  readonly asOf: Instant;
}

/**
 * Reads a data folder for the site. A part of it has all projects, but releases of those alone that are asked for, and of those that
 * a package of theirs belongs to.
 * @throws ConfigError, FormatError if it is not valid
 */
export async function readSite(data: string, part?: SitePart): Promise<Site> {
  const watchlists = await readWatchlists(data);
  const { projects, problems } = resolveProjects(watchlists.lists);
  const wrong = [...watchlists.problems, ...problems];
  if (wrong.length > 0) throw new ConfigError(wrong.map(watchlists.describe).join('\n'));
  const { failing } = await readHealth(data);
  const changes = await readLedger(data);
  const known = joinRecords(await readAdvisories(data));
  const byPackage = indexByPackage(known);
  const read = part === undefined ? new Set(projects) : partOf(projects, part);
  const records = await Promise.all(
    projects.map((project) => readRecords(data, read.has(project) ? packagesOf(project) : [])),
  );
  const held = records.flatMap((map) => [...map.values()]);
  const asOf = part?.asOf ?? newestMoment(held, changes);
  const summaries = await readAllSummaries(data, [...read].flatMap(packagesOf));
  const views = projects.map((project, index) =>
    view(project, records[index] ?? new Map(), { summaries, failing, known: byPackage, asOf }),
  );
  const concerning = new Set(views.flatMap(({ advisories }) => advisories.all));
  const entries = views
    .flatMap((one) => one.entries)
    .filter(
      ({ prerelease, project, release }) =>
        release.withdrawnAt === undefined && isWanted(prerelease, project),
    );
  views.sort((a, b) => compareText(a.project.name.toLowerCase(), b.project.name.toLowerCase()));
  const says = saysByMarks(views, notesMarks);
  return {
    byId: new Map(views.map((one) => [one.project.id, one])),
    projects: views,
    says,
    inUse: versionsInUse(views, says.breaks),
    lists: watchlists.lists.map(({ list, watchlist: { title } }) => ({
      list,
      title,
      views: viewsOf(list, views),
    })),
    tags: tagsOf(views),
    sources: bySource(views),
    entries: entries.sort(
      (a, b) => newestFirst(a.release, b.release) || compareText(a.project.id, b.project.id),
    ),
    changes,
    ledger: toLedger(changes, views),
    vulnerabilities: known.filter((one) => concerning.has(one)),
    failures: failing,
    asOf,
  };
}

function partOf(projects: readonly Project[], { ids }: SitePart): ReadonlySet<Project> {
  const asked = new Set(ids);
  const packages = projects.filter(({ id }) => asked.has(id)).flatMap(packagesOf);
  const purls = new Set(packages.map(({ purl }) => purl));
  return new Set(projects.filter((project) => packagesOf(project).some(({ purl }) => purls.has(purl))));
}

function viewsOf(list: string, views: readonly ProjectView[]): ProjectView[] {
  return views.filter(({ project }) => project.lists.some((one) => one.list === list));
}

function tagsOf(views: readonly ProjectView[]): TagView[] {
  const tags = [...new Set(views.flatMap(({ project }) => project.tags))].sort(compareText);
  return tags.map((tag) => ({ tag, views: views.filter(({ project }) => project.tags.includes(tag)) }));
}

function isWanted(prerelease: boolean, { track }: Project): boolean {
  return !prerelease || track.prereleases !== false;
}

/** What is known of all projects. */
interface Known {
  readonly failing: readonly Failure[];
  readonly known: ByPackage;
  readonly summaries: StoredSummaries;
  readonly asOf: Instant;
}

function view(
  project: Project,
  records: ReadonlyMap<string, PackageRecord>,
  { failing, known, summaries, asOf }: Known,
): ProjectView {
  const entries = projectEntries(project, records);
  const purls = new Set([project.package.purl, ...project.channels.map(({ purl }) => purl)]);
  return {
    project,
    entries,
    standing: standing(entries, asOf),
    records,
    advisories: projectAdvisories(project, entries, known),
    failures: failing.filter((failure) => purls.has(failure.package)),
    summaries: projectSummaries(entries, summaries, notesHash),
  };
}

function newestMoment(records: readonly PackageRecord[], changes: readonly Change[]): Instant {
  let newest = changes.at(-1)?.at ?? '1970-01-01T00:00:00Z';
  for (const { at } of changes) if (at > newest) newest = at;
  for (const { releases, importedAt } of records) {
    if (importedAt > newest) newest = importedAt;
    for (const { seenAt } of releases) if (seenAt > newest) newest = seenAt;
  }
  return newest;
}
