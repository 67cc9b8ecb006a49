import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectPath, releasePath } from '../../../src/core/site-path.ts';
import { FEED_FILTERS } from '../../../src/derive/feed-filters.ts';
import { readSite } from '../../../src/site/read-site.ts';
import { excerptOf } from '../../../src/site.ts';
import type { PeerPage, PeerRelease } from './peer-project.ts';

const NOTES = /<div class="notes"[^>]*>/;

/**
 * Takes a built site apart for other generators: a file of JSON a project, and `head.html`, what surrounds all pages. Rendering
 * notes, and putting pages and feeds together, is all that is left to do.
 */
export async function writePeerInput(data: string, dist: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { projects, says } = await readSite(data);
  for (const { project, entries, standing } of projects) {
    const releases = entries.map(async (entry): Promise<PeerRelease> => {
      const path = releasePath(project.id, entry.release.version);
      const page = await takeApart(dist, path, `${project.name} ${entry.version}`, entry.notes?.text);
      const filters = FEED_FILTERS.filter(({ keeps }) => keeps(entry, says)).map(({ id }) => id);
      return { ...page, at: entry.at, summary: excerptOf(entry), filters };
    });
    const notes = standing.latest?.notes?.text;
    const page = await takeApart(dist, projectPath(project.id), project.name, notes);
    await writeFile(
      join(folder, `${project.id}.json`),
      JSON.stringify({ page, releases: await Promise.all(releases) }),
    );
  }
  const [some] = projects;
  const whole =
    some === undefined ? '' : await readFile(join(dist, projectPath(some.project.id), 'index.html'), 'utf8');
  const head = whole.slice(0, whole.indexOf('<main')).replace(/<title>[^<]*/, '<title>@@title@@');
  await writeFile(join(folder, 'head.html'), head);
  await writeFile(join(folder, 'foot.html'), whole.slice(whole.indexOf('</main>')));
}

async function takeApart(dist: string, path: string, title: string, notes = ''): Promise<PeerPage> {
  const whole = await readFile(join(dist, path, 'index.html'), 'utf8');
  const main = whole.slice(whole.indexOf('<main'), whole.indexOf('</main>'));
  const opening = NOTES.exec(main);
  const start = opening === null ? main.length : opening.index + opening[0].length;
  const end = ends(main, start);
  return { path, title, before: main.slice(0, start), after: main.slice(end), notes };
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
