import { join } from 'node:path';
import { projectUrl, releaseUrl } from './core/address.ts';
import type { Change } from './core/change.ts';
import { compareText } from './core/compare-text.ts';
import type { Failure } from './core/health.ts';
import type { Instant } from './core/instant.ts';
import type { Package } from './core/package.ts';
import type { PackageRecord } from './core/package-record.ts';
import { type Project, resolveProjects } from './core/project.ts';
import { newestFirst } from './core/release.ts';
import { type ProjectAdvisories, projectAdvisories } from './derive/advisories/project-advisories.ts';
import {
  type ByPackage,
  indexByPackage,
  joinRecords,
  type Vulnerability,
} from './derive/advisories/vulnerability.ts';
import { type ChangeDetail, detailOf } from './derive/change-detail.ts';
import { projectEntries } from './derive/entries.ts';
import type { Entry, EntryNotes } from './derive/entry.ts';
import type { ChangeItem } from './derive/group-changes.ts';
import { type Ledger, toLedger } from './derive/ledger.ts';
import { type Standing, standing } from './derive/standing.ts';
import { readEnvironment } from './platform/environment.ts';
import { ConfigError } from './platform/errors.ts';
import { ROOT } from './platform/root.ts';
import { renderExcerpt } from './render/excerpt.ts';
import { createRenderer, type Renderer } from './render/renderer.ts';
import { readAdvisories } from './store/advisories.ts';
import { readHealth, readLedger, readPackage } from './store/read.ts';
import { readWatchlists } from './store/watchlists.ts';

/** A project with all that the site says of it. */
export interface ProjectView {
  readonly project: Project;
  readonly entries: readonly Entry[];
  readonly standing: Standing;
  /** The packages that we hold, by purl: the primary one and the channels. */
  readonly records: ReadonlyMap<string, PackageRecord>;
  readonly advisories: ProjectAdvisories;
  readonly failures: readonly Failure[];
}

/** Everything that the pages show, read from data/ once. */
export interface Site {
  readonly projects: readonly ProjectView[];
  readonly byId: ReadonlyMap<string, ProjectView>;
  /** The feed: entries of all projects that their watchlists want shown, newest first. */
  readonly entries: readonly Entry[];
  readonly changes: readonly Change[];
  readonly ledger: Ledger;
  /** Those of what is followed, newest first. */
  readonly vulnerabilities: readonly Vulnerability[];
  readonly failures: readonly Failure[];
  /** The newest moment that data/ knows: what “now” means on a page. */
  readonly asOf: Instant;
}

declare global {
  // The pages are bundled, the integration is not: each has its own copy of this module, and they share one reading.
  var tidingsSite: Promise<Site> | undefined;
  var tidingsRenderer: Renderer | undefined;
  var tidingsExcerpts: WeakMap<EntryNotes, string> | undefined;
  var tidingsDetails: WeakMap<ChangeItem, ChangeDetail> | undefined;
}

/**
 * The site's one door to data/, memoised for the build.
 * @throws ConfigError, FormatError if data/ is not valid
 */
export function loadSite(): Promise<Site> {
  globalThis.tidingsSite ??= readSite(join(ROOT, 'data'));
  return globalThis.tidingsSite;
}

/** Reads a data folder without the memory. */
async function readSite(data: string): Promise<Site> {
  const watchlists = await readWatchlists(data);
  const { projects, problems } = resolveProjects(watchlists.lists);
  const wrong = [...watchlists.problems, ...problems];
  if (wrong.length > 0) throw new ConfigError(wrong.map(watchlists.describe).join('\n'));
  const { failing } = await readHealth(data);
  const changes = await readLedger(data);
  const known = joinRecords(await readAdvisories(data));
  const byPackage = indexByPackage(known);
  const records = await Promise.all(projects.map((project) => readRecords(data, project)));
  const asOf = newestMoment(
    records.flatMap((map) => [...map.values()]),
    changes,
  );
  const views = projects.map((project, index) =>
    view(project, records[index] ?? new Map(), { failing, byPackage, asOf }),
  );
  const concerning = new Set(views.flatMap(({ advisories }) => advisories.all));
  const entries = views
    .flatMap((one) => one.entries)
    .filter(
      ({ prerelease, project, release }) =>
        release.withdrawnAt === undefined && isWanted(prerelease, project),
    );
  return {
    byId: new Map(views.map((one) => [one.project.id, one])),
    projects: views.sort((a, b) => compareText(a.project.name.toLowerCase(), b.project.name.toLowerCase())),
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

function isWanted(prerelease: boolean, { track }: Project): boolean {
  return !prerelease || track.prereleases !== false;
}

async function readRecords(data: string, project: Project): Promise<Map<string, PackageRecord>> {
  const records = new Map<string, PackageRecord>();
  const packages: Package[] = [project.package, ...project.channels];
  for (const pkg of packages) {
    const stored = await readPackage(data, pkg);
    if (stored !== undefined) records.set(pkg.purl, stored.record);
  }
  return records;
}

function view(
  project: Project,
  records: ReadonlyMap<string, PackageRecord>,
  { failing, byPackage, asOf }: { failing: readonly Failure[]; byPackage: ByPackage; asOf: Instant },
): ProjectView {
  const entries = projectEntries(project, records);
  const purls = new Set([project.package.purl, ...project.channels.map(({ purl }) => purl)]);
  const failures = failing.filter((failure) => purls.has(failure.package));
  const advisories = projectAdvisories(project, entries, byPackage);
  return { project, entries, standing: standing(entries, asOf), records, advisories, failures };
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

// Their project page is the repository that relative links start from.
const FORGES = new Set(['github', 'gitlab', 'gitea']);

/** The notes of an entry as safe HTML; empty where there are none. Rendered once, then read from .cache/. */
export async function notesHtml({ records }: ProjectView, { notes, project }: Entry): Promise<string> {
  if (notes === undefined) return '';
  globalThis.tidingsRenderer ??= createRenderer({ root: ROOT, cacheFolder: join(ROOT, '.cache', 'notes') });
  const isForge = FORGES.has(notes.package.type);
  const repositoryUrl = isForge
    ? projectUrl(notes.package)
    : (records.get(notes.package.purl)?.upstream.repository ??
      records.get(project.package.purl)?.upstream.repository);
  const sourceUrl = releaseUrl(notes.package, notes.ref);
  const context = {
    repositoryUrl,
    forge: isForge ? notes.package.type : undefined,
    ref: isForge ? notes.ref : 'HEAD',
    sourceUrl,
    hardBreaks: notes.from === 'release',
  };
  return (await globalThis.tidingsRenderer.render(notes.text, context)).html;
}

/** Ends the workers that rendered the notes. */
export async function closeRenderer(): Promise<void> {
  await globalThis.tidingsRenderer?.close();
  globalThis.tidingsRenderer = undefined;
}

/** The first lines of an entry's notes as plain text; empty where there are none. */
export function excerptOf({ notes }: Entry): string {
  if (notes === undefined) return '';
  globalThis.tidingsExcerpts ??= new WeakMap();
  const excerpt = globalThis.tidingsExcerpts.get(notes) ?? renderExcerpt(notes.text);
  globalThis.tidingsExcerpts.set(notes, excerpt);
  return excerpt;
}

/** What an item of the ledger says. Made once: it stands on several pages and in feeds. */
export function detailIn({ ledger }: Site, item: ChangeItem): ChangeDetail {
  globalThis.tidingsDetails ??= new WeakMap();
  const detail = globalThis.tidingsDetails.get(item) ?? detailOf(item, ledger.historyOf(item.first));
  globalThis.tidingsDetails.set(item, detail);
  return detail;
}

/** When the workflow last ran, if it told the build. */
export function lastRunAt(): Instant | undefined {
  return readEnvironment().runAt;
}
