import { join } from 'node:path';
import type { Change } from './core/change.ts';
import type { Failure } from './core/health.ts';
import type { Instant } from './core/instant.ts';
import type { PackageRecord } from './core/package-record.ts';
import type { Project } from './core/project.ts';
import type { ProjectAdvisories } from './derive/advisories/project-advisories.ts';
import type { Vulnerability } from './derive/advisories/vulnerability.ts';
import { type ChangeDetail, detailOf } from './derive/change-detail.ts';
import type { Entry, EntryNotes } from './derive/entry.ts';
import type { ChangeItem } from './derive/group-changes.ts';
import type { InUse } from './derive/in-use.ts';
import type { Ledger } from './derive/ledger.ts';
import type { Says } from './derive/says.ts';
import type { Standing } from './derive/standing.ts';
import type { ShownSummary } from './derive/summaries/shown-summary.ts';
import { readEnvironment } from './platform/environment.ts';
import { ROOT } from './platform/root.ts';
import { renderExcerpt } from './render/excerpt.ts';
import { readSite, type SitePart } from './site/read-site.ts';

export { keptMeanings, type MeaningsPlace } from './site/kept-meanings.ts';
export { marksText, notesMarks, primeMarks } from './site/marks.ts';
export { meaningOf } from './site/meaning.ts';
export type { SitePart } from './site/read-site.ts';
export { closeRenderer, notesHtml, prepareNotes, useRenderer } from './site/rendered-notes.ts';

/** A project with all that the site says of it. */
export interface ProjectView {
  readonly project: Project;
  readonly entries: readonly Entry[];
  readonly standing: Standing;
  /** The packages that we hold, by purl: the primary one and the channels. */
  readonly records: ReadonlyMap<string, PackageRecord>;
  readonly advisories: ProjectAdvisories;
  readonly failures: readonly Failure[];
  /** What a model made of the notes, by the version of the release. */
  readonly summaries: ReadonlyMap<string, ShownSummary>;
}

/** A watchlist, and what it follows. */
export interface ListView {
  /** The id of its file. */
  readonly list: string;
  readonly title: string;
  /** By name. */
  readonly views: readonly ProjectView[];
}

/** A tag, and the projects that have it in some list. */
export interface TagView {
  readonly tag: string;
  /** By name. */
  readonly views: readonly ProjectView[];
}

/** A kind of source, and the projects whose primary package is of it. */
export interface SourceView {
  /** The type of their purls, such as `npm`. */
  readonly type: string;
  /** By name. */
  readonly views: readonly ProjectView[];
}

/** Everything that the pages show, read from data/ once. */
export interface Site {
  readonly projects: readonly ProjectView[];
  readonly byId: ReadonlyMap<string, ProjectView>;
  readonly lists: readonly ListView[];
  /** In order of their text. */
  readonly tags: readonly TagView[];
  /** In order of their types; none where all projects are of one. */
  readonly sources: readonly SourceView[];
  /** What is known of a release beside its version. */
  readonly says: Says;
  /** What the lists say is in use, by list. */
  readonly inUse: readonly InUse[];
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

let reading: Promise<Site> | undefined;
let kept: ReadonlySet<string> = new Set();
const excerpts = new WeakMap<EntryNotes, string>();
const details = new WeakMap<ChangeItem, ChangeDetail>();

/**
 * The site's one door to data/, memoised for the build.
 * @throws ConfigError, FormatError if data/ is not valid
 */
export function loadSite(): Promise<Site> {
  reading ??= readSite(join(ROOT, 'data'));
  return reading;
}

/**
 * What the files of some projects are made of, read for whoever writes no others: most of the others have no releases here.
 * @throws ConfigError, FormatError if data/ is not valid
 */
export function loadPart(part: SitePart): Promise<Site> {
  return readSite(join(ROOT, 'data'), part);
}

/** Says of which projects, by their ids, the files of the last build still hold. */
export function keepProjects(ids: Iterable<string>): void {
  kept = new Set(ids);
}

/** The projects that need their pages: all but those that are kept. */
export async function projectsToRender(): Promise<readonly ProjectView[]> {
  const { projects } = await loadSite();
  return projects.filter(({ project }) => !kept.has(project.id));
}

/** The first lines of an entry's notes as plain text; empty where there are none. */
export function excerptOf({ notes }: Entry): string {
  if (notes === undefined) return '';
  const excerpt = excerpts.get(notes) ?? renderExcerpt(notes.text);
  excerpts.set(notes, excerpt);
  return excerpt;
}

/** What an item of the ledger says. Made once: it stands on several pages and in feeds. */
export function detailIn({ ledger }: Site, item: ChangeItem): ChangeDetail {
  const detail = details.get(item) ?? detailOf(item, ledger.historyOf(item.first));
  details.set(item, detail);
  return detail;
}

/** When the workflow last ran, if it told the build. */
export function lastRunAt(): Instant | undefined {
  return readEnvironment().runAt;
}
