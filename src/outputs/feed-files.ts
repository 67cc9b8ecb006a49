import type { Change, ChangeKind } from '../core/change.ts';
import { escapeHtml } from '../core/escape.ts';
import { packageName, releasePurl } from '../core/package.ts';
import type { Project } from '../core/project.ts';
import { CHANGES_PATH, projectChangesPath, projectPath, releasePath, toHref } from '../core/site-path.ts';
import { changesByRelease } from '../derive/changes-by-release.ts';
import type { Entry } from '../derive/entry.ts';
import { stepInWords } from '../derive/words.ts';
import { type FeedDocument, type FeedEntry, FULL_ENTRIES, MOST_ENTRIES } from '../feeds/feed-document.ts';
import { FEED_FORMATS } from '../feeds/formats.ts';
import type { Target } from '../outputs.ts';
import { excerptOf, notesHtml, type ProjectView, type Site } from '../site.ts';
import { changeEntries } from './changes-feed.ts';
import { feedSummary } from './release-summary.ts';
import { writeOutput } from './write-output.ts';

type ReleaseChanges = ReturnType<typeof changesByRelease>;

/** Writes the feeds of the whole site and of every project, in every format. Returns how many files. */
export async function writeFeeds(site: Site, target: Target): Promise<number> {
  const changes = changesByRelease(site.changes);
  const inFeed = new Set(site.entries);
  const all = { id: target.url, title: 'Tidings', description: 'Every release of the software we depend on' };
  await writeFormats(await toDocument({ ...all, path: '' }, site.entries, changes, site, target), target);
  await writeFormats(changesOfAll(site, target), target);
  for (const { project, entries } of site.projects) {
    const shown = entries.filter((entry) => inFeed.has(entry));
    const about = {
      id: project.package.purl,
      title: `${project.name} releases`,
      description: `Releases of ${project.name} (${project.package.type}: ${packageName(project.package)})`,
      path: projectPath(project.id),
    };
    await writeFormats(await toDocument(about, shown, changes, site, target), target);
    await writeFormats(changesOfProject(project, site, target), target);
  }
  return 2 * (site.projects.length + 1) * FEED_FORMATS.length;
}

interface About {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The folder of the feed, and of the page that it belongs to. */
  readonly path: string;
}

interface LaidOut {
  readonly path: string;
  readonly document: FeedDocument;
}

async function writeFormats({ path, document }: LaidOut, { folder }: Target): Promise<void> {
  for (const { file, render } of FEED_FORMATS) await writeOutput(folder, `${path}${file}`, render(document));
}

function layOut({ path, ...about }: About, items: readonly FeedEntry[], target: Target): LaidOut {
  const pageUrl = new URL(toHref(target.base, path), target.url).href;
  const urls = Object.fromEntries(FEED_FORMATS.map((format) => [format.id, pageUrl + format.file]));
  const { rss = '', atom = '', json = '' } = urls;
  return { path, document: { ...about, pageUrl, urls: { rss, atom, json }, items } };
}

function changesOfAll(site: Site, target: Target): LaidOut {
  const about = {
    id: `${target.url}${CHANGES_PATH}`,
    title: 'Tidings: changes',
    description: 'What happened to releases after they came out',
    path: CHANGES_PATH,
  };
  return layOut(about, changeEntries(site.ledger.items, site, target), target);
}

function changesOfProject(project: Project, site: Site, target: Target): LaidOut {
  const about = {
    id: `${project.package.purl}#changes`,
    title: `${project.name} changes`,
    description: `What happened to releases of ${project.name} after they came out`,
    path: projectChangesPath(project.id),
  };
  return layOut(about, changeEntries(site.ledger.itemsOf(project), site, target), target);
}

async function toDocument(
  about: About,
  entries: readonly Entry[],
  changes: ReleaseChanges,
  site: Site,
  target: Target,
): Promise<LaidOut> {
  const items = entries
    .slice(0, MOST_ENTRIES)
    .map((entry, index) => toEntry(entry, index < FULL_ENTRIES, changes, site, target));
  return layOut(about, await Promise.all(items), target);
}

async function toEntry(
  entry: Entry,
  isFull: boolean,
  changes: ReleaseChanges,
  site: Site,
  { base, url }: Target,
): Promise<FeedEntry> {
  const { project, release, version, at, step, notes } = entry;
  const view = site.byId.get(project.id);
  const summary = notes === undefined ? `${project.name} ${version}: ${stepInWords(step)}` : excerptOf(entry);
  return {
    id: releasePurl(project.package, release.version),
    title: `${project.name} ${version}`,
    url: new URL(toHref(base, releasePath(project.id, release.version)), url).href,
    published: at,
    updated: newest(at, changes.get(project.package.purl)?.get(release.version) ?? []),
    html: (isFull && view !== undefined && (await fullHtml(view, entry))) || `<p>${escapeHtml(summary)}</p>`,
    summary,
    tags: [stepInWords(step), ...project.tags],
  };
}

async function fullHtml(view: ProjectView, entry: Entry): Promise<string> {
  const made = view.summaries.get(entry.release.version);
  return (made === undefined ? '' : feedSummary(made).markup) + (await notesHtml(view, entry));
}

// Whether a reader who has the release should look at it again.
const MOVES_RELEASE: Readonly<Record<ChangeKind, boolean>> = {
  imported: false,
  published: false,
  promoted: true,
  'notes-edited': true,
  retitled: false,
  redated: false,
  'asset-added': false,
  'asset-removed': false,
  'asset-replaced': true,
  rebuilt: false,
  'tag-moved': true,
  yanked: true,
  unyanked: false,
  deprecated: true,
  undeprecated: false,
  withdrawn: true,
  restored: false,
  lagging: false,
  renamed: false,
  'identity-changed': false,
  quarantined: false,
  unreachable: false,
  reachable: false,
};

function newest(at: string, changes: readonly Change[]): string {
  let latest = at;
  for (const change of changes) if (MOVES_RELEASE[change.kind] && change.at > latest) latest = change.at;
  return latest;
}
