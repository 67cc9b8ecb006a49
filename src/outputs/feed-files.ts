import type { Change } from '../core/change.ts';
import { escapeHtml } from '../core/escape.ts';
import { packageName, releasePurl } from '../core/package.ts';
import { projectPath, releasePath, toHref } from '../core/site-path.ts';
import { changesByRelease } from '../derive/changes-by-release.ts';
import type { Entry } from '../derive/entry.ts';
import { stepInWords } from '../derive/words.ts';
import { type FeedDocument, type FeedEntry, FULL_ENTRIES, MOST_ENTRIES } from '../feeds/feed-document.ts';
import { FEED_FORMATS } from '../feeds/formats.ts';
import type { Target } from '../outputs.ts';
import { excerptOf, notesHtml, type Site } from '../site.ts';
import { writeOutput } from './write-output.ts';

type ReleaseChanges = ReturnType<typeof changesByRelease>;

/** Writes the feeds of the whole site and of every project, in every format. Returns how many files. */
export async function writeFeeds(site: Site, target: Target): Promise<number> {
  const changes = changesByRelease(site.changes);
  const inFeed = new Set(site.entries);
  const all = { id: target.url, title: 'Tidings', description: 'Every release of the software we depend on' };
  await writeFormats('', await toDocument({ ...all, path: '' }, site.entries, changes, site, target), target);
  for (const { project, entries } of site.projects) {
    const shown = entries.filter((entry) => inFeed.has(entry));
    const about = {
      id: project.package.purl,
      title: `${project.name} releases`,
      description: `Releases of ${project.name} (${project.package.type}: ${packageName(project.package)})`,
      path: projectPath(project.id),
    };
    await writeFormats(about.path, await toDocument(about, shown, changes, site, target), target);
  }
  return (site.projects.length + 1) * FEED_FORMATS.length;
}

async function writeFormats(path: string, document: FeedDocument, { folder }: Target): Promise<void> {
  for (const { file, render } of FEED_FORMATS) await writeOutput(folder, `${path}${file}`, render(document));
}

interface About {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly path: string;
}

async function toDocument(
  { id, title, description, path }: About,
  entries: readonly Entry[],
  changes: ReleaseChanges,
  site: Site,
  target: Target,
): Promise<FeedDocument> {
  const pageUrl = new URL(toHref(target.base, path), target.url).href;
  const items = entries
    .slice(0, MOST_ENTRIES)
    .map((entry, index) => toEntry(entry, index < FULL_ENTRIES, changes, site, target));
  const urls = Object.fromEntries(FEED_FORMATS.map((format) => [format.id, pageUrl + format.file]));
  const { rss = '', atom = '', json = '' } = urls;
  return { id, title, description, pageUrl, urls: { rss, atom, json }, items: await Promise.all(items) };
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
    html: (isFull && view !== undefined && (await notesHtml(view, entry))) || `<p>${escapeHtml(summary)}</p>`,
    summary,
    tags: [stepInWords(step), ...project.tags],
  };
}

const SIGNIFICANT = new Set<Change['kind']>([
  'promoted',
  'notes-edited',
  'asset-replaced',
  'tag-moved',
  'yanked',
  'withdrawn',
  'deprecated',
]);

function newest(at: string, changes: readonly Change[]): string {
  let latest = at;
  for (const change of changes) if (SIGNIFICANT.has(change.kind) && change.at > latest) latest = change.at;
  return latest;
}
