import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { projectPath, releasePath } from '../../../src/core/site-path.ts';
import { listFiles } from '../../../src/platform/files.ts';
import { readSite } from '../../../src/site/read-site.ts';
import { excerptOf, type ProjectView } from '../../../src/site.ts';
import {
  type PeerFeed,
  type PeerPage,
  type PeerRelease,
  type PeerSite,
  PROJECTS,
  SITE_FILE,
} from './peer-project.ts';
import { FORMATS, fileOf } from './templates.ts';

const NOTES = /<div class="notes"[^>]*>/;

/**
 * Takes a built site apart for other generators: the releases of each project, all other pages and feeds, and in `head.html` and
 * `foot.html` what surrounds all pages. Rendering notes, and putting pages and feeds together, is all that is left to do.
 * @returns the files that each of them has to make
 */
export async function writePeerInput(data: string, dist: string, folder: string): Promise<string[]> {
  await mkdir(join(folder, PROJECTS), { recursive: true });
  const pages: PeerPage[] = [];
  const releases = new Set<string>();
  for (const view of (await readSite(data)).projects) {
    const those = await takeReleases(dist, view);
    for (const { path } of those) releases.add(path);
    await put(folder, join(PROJECTS, `${view.project.id}.json`), those);
    pages.push(await takeApart(dist, projectPath(view.project.id), view.standing.latest?.notes?.text));
  }
  const files = await listFiles(dist);
  const known = new Set([...releases, ...pages.map(({ path }) => path)]);
  const others = files.filter((file) => file.endsWith('.html')).map(toPath);
  for (const path of others.filter((one) => !known.has(one))) pages.push(await takeApart(dist, path));
  const ofFeeds = files.filter((file) => basename(file) === 'feed.json');
  const feeds = await Promise.all(ofFeeds.map((file) => readFeed(dist, file, releases)));
  const site: PeerSite = { pages, feeds };
  await put(folder, SITE_FILE, site);
  await putFrame(dist, folder);
  return [
    ...[...releases].map(fileOf),
    ...pages.map(({ path }) => fileOf(path)),
    ...feeds.flatMap(({ path }) => Object.keys(FORMATS).map((file) => path + file)),
  ];
}

// `releases/2026/11/` of `releases/2026/11/index.html`.
const toPath = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');

async function takeReleases(dist: string, { project, entries }: ProjectView): Promise<PeerRelease[]> {
  const releases = entries.map(async (entry) => {
    const page = await takeApart(dist, releasePath(project.id, entry.release.version), entry.notes?.text);
    return { ...page, title: `${project.name} ${entry.version}`, at: entry.at, summary: excerptOf(entry) };
  });
  return Promise.all(releases);
}

async function takeApart(dist: string, path: string, notes = ''): Promise<PeerPage> {
  const whole = await readPage(dist, path);
  const title = /<title>([^<]*)/.exec(whole)?.[1] ?? '';
  const main = whole.slice(whole.indexOf('<main'), whole.indexOf('</main>'));
  const opening = notes === '' ? null : NOTES.exec(main);
  const start = opening === null ? main.length : opening.index + opening[0].length;
  const end = ends(main, start);
  return { path, title, before: main.slice(0, start), after: main.slice(end), notes };
}

async function readPage(dist: string, path: string): Promise<string> {
  return readFile(join(dist, fileOf(path)), 'utf8');
}

// Notes may have elements of the same kind within.
function ends(main: string, start: number): number {
  let depth = 1;
  for (const match of main.slice(start).matchAll(/<(\/?)div\b/g)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return start + match.index;
  }
  return main.length;
}

const Feed = z.object({
  title: z.string(),
  items: z.array(
    z.object({ url: z.url(), content_html: z.string().optional(), summary: z.string().optional() }),
  ),
});

// What is told in a feed of anything but releases is left out: made-up data has none of it.
async function readFeed(dist: string, file: string, releases: ReadonlySet<string>): Promise<PeerFeed> {
  const { title, items } = Feed.parse(JSON.parse(await readFile(join(dist, file), 'utf8')));
  const paths = items.map(({ url }) => new URL(url).pathname.slice(1)).filter((path) => releases.has(path));
  return {
    path: dirname(file) === '.' ? '' : `${dirname(file)}/`,
    title,
    items: paths,
    full: items.findLastIndex((item) => item.content_html !== undefined) + 1,
    summaries: items.some(({ summary }) => summary !== undefined),
  };
}

async function putFrame(dist: string, folder: string): Promise<void> {
  const whole = await readPage(dist, '');
  const head = whole.slice(0, whole.indexOf('<main')).replace(/<title>[^<]*/, '<title>@@title@@');
  await writeFile(join(folder, 'head.html'), head);
  await writeFile(join(folder, 'foot.html'), whole.slice(whole.indexOf('</main>')));
}

async function put(folder: string, path: string, value: unknown): Promise<void> {
  await writeFile(join(folder, path), JSON.stringify(value));
}
