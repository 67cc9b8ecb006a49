import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { releasePath } from '../../src/core/site-path.ts';
import { SEARCH_LIST_PATH, searchList } from '../../src/derive/search/search-list.ts';
import { indexNotes } from '../../src/outputs/search/index-notes.ts';
import { noteRecords } from '../../src/outputs/search/note-records.ts';
import { startStopwatch } from '../../src/platform/stopwatch.ts';
import { readSite } from '../../src/site/read-site.ts';
import { CHROMIUM } from '../site/chromium.ts';
import { serveFolder } from '../site/serve-folder.ts';
import { makeListed } from './make-listed.ts';
import { makeProject } from './make-project.ts';
import { figure, machine, printTable, spread } from './print-table.ts';
import { runMeasured } from './run-measured.ts';

// Searches a site of 10,000 release notes: what the index costs beside the rest of the build, how large it and the list of all
// versions are, and how long a reader in Chromium waits for the first results.

const PROJECTS = 200;
const RELEASES = 50;
const ROUNDS = 5;
// The site lives below a path, as on GitHub Pages.
const BASE = 'bench';
// Every note of the generator has the first ones; the number of a pull request stands in a few.
const QUERIES = ['parser', 'remove deprecated', '4711'];

const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-search-'));
const root = join(folder, 'project');
try {
  await makeProject(root, PROJECTS, RELEASES);
  await printIndex();
  await printList();
  await printQueries();
} finally {
  await rm(folder, { recursive: true });
}

async function printIndex(): Promise<void> {
  const site = await readSite(join(root, 'data'));
  const reading = startStopwatch();
  const records = noteRecords(site);
  const read = reading();
  const indexing = startStopwatch();
  const files = await indexNotes(records);
  const made = indexing();
  const environment = { ASTRO_TELEMETRY_DISABLED: '1', TIDINGS_SITE: `http://localhost/${BASE}` };
  const build = () => runMeasured(['scripts/build.ts'], { folder: root, environment });
  const [first, again] = [await build(), await build()];
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  printTable(`search: an index of ${records.filter(Boolean).length} notes (${machine()})`, [
    ['', 's', '× build with the index kept'],
    ['notes as text', figure(read), figure(read / again.wall)],
    ['index by Pagefind', figure(made), figure(made / again.wall)],
    ['first build, notes rendered and indexed', figure(first.wall), figure(first.wall / again.wall)],
    ['build again, nothing changed', figure(again.wall), '1'],
  ]);
  process.stdout.write(`${files.size} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
}

async function printList(): Promise<void> {
  const built = await readFile(join(root, 'dist', SEARCH_LIST_PATH));
  const sizes = [
    [PROJECTS, RELEASES],
    [1000, 10],
  ].map(([projects = 0, releases = 0]) => {
    const made = makeListed(projects, releases);
    const folderOf = ({
      project: { id },
      release: { version },
    }: (typeof made.projects)[number]['entries'][number]) =>
      releasePath(id, version).slice(`projects/${id}/`.length, -1);
    const list = JSON.stringify(searchList(made, folderOf, 1));
    return [`${projects} × ${releases}, versions and days at random`, figure(gzipSync(list).length / 1000)];
  });
  const rows = [['', 'kB gzip'], ['this site', figure(gzipSync(built).length / 1000)], ...sizes];
  printTable('the list of all versions', rows);
}

async function printQueries(): Promise<void> {
  const { port, close } = await serveFolder(join(root, 'dist'), BASE);
  const browser = await chromium.launch({ ...CHROMIUM });
  try {
    const rows: string[][] = [];
    for (const query of QUERIES) {
      const times = {
        opened: [] as number[],
        first: [] as number[],
        next: [] as number[],
        name: [] as number[],
      };
      for (let round = 0; round < ROUNDS; round += 1) {
        const page = await browser.newPage();
        times.opened.push(await openPage(page, `http://localhost:${port}/${BASE}/search/`));
        times.first.push(await millisecondsTo(page, query, '#found-notes .hit'));
        await millisecondsTo(page, 'zzzzqqqq', '#found-notes:empty');
        times.next.push(await millisecondsTo(page, query, '#found-notes .hit'));
        times.name.push(await millisecondsTo(page, `project-${round + 7} 1.3`, '#found-releases .hit'));
        await page.close();
      }
      rows.push([query, spread(times.opened), spread(times.first), spread(times.next), spread(times.name)]);
    }
    const head = ['word', 'page ready', 'first notes, index unread', 'notes, index read', 'a version'];
    printTable(`ms in Chromium on localhost; median, lowest and highest of ${ROUNDS} rounds`, [
      head,
      ...rows,
    ]);
  } finally {
    await browser.close();
    await close();
  }
}

async function openPage(page: Page, address: string): Promise<number> {
  const seconds = startStopwatch();
  await page.goto(address);
  await page.waitForSelector('[data-search][data-ready]');
  return seconds() * 1000;
}

/** From the last letter of a query to what is to be seen then, by the clock of the page. */
function millisecondsTo(page: Page, query: string, selector: string): Promise<number> {
  return page.evaluate(
    async ([words, wanted]) => {
      const field = document.querySelector<HTMLInputElement>('#query');
      if (field === null) throw new Error('the page has no field');
      const start = performance.now();
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      while (document.querySelector(wanted) === null) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - start;
    },
    [query, selector] as const,
  );
}
