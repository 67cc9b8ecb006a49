import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { releasePath } from '../../src/core/site-path.ts';
import { SEARCH_LIST_PATH, searchList } from '../../src/derive/search/search-list.ts';
import { indexNotes } from '../../src/outputs/search/index-notes.ts';
import { inParts, noteRecords } from '../../src/outputs/search/note-records.ts';
import { startStopwatch } from '../../src/platform/stopwatch.ts';
import { readSite } from '../../src/site/read-site.ts';
import { makeListed } from './make-listed.ts';
import { makeProject } from './make-project.ts';
import { figure, machine, printTable } from './print-table.ts';
import { runMeasured } from './run-measured.ts';
import { timeSearch } from './time-search.ts';

// Searches a site of 10,000 release notes: what the index costs beside the rest of the build, how large it and the list of all
// versions are, and how long a reader in Chromium waits for the first results.

const PROJECTS = 200;
const RELEASES = 50;
// The site lives below a path, as on GitHub Pages.
const BASE = 'bench';

const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-search-'));
const root = join(folder, 'project');
try {
  await makeProject(root, PROJECTS, RELEASES);
  await printIndex();
  await printList();
  await timeSearch(join(root, 'dist'), BASE);
} finally {
  await rm(folder, { recursive: true });
}

async function printIndex(): Promise<void> {
  const site = await readSite(join(root, 'data'));
  const reading = startStopwatch();
  const records = noteRecords(site);
  const read = reading();
  const indexing = startStopwatch();
  const files: Uint8Array[] = [];
  for (const part of inParts(records)) files.push(...(await indexNotes(part.records)).values());
  const made = indexing();
  const environment = { TIDINGS_SITE: `http://localhost/${BASE}` };
  const build = () => runMeasured(['scripts/build.ts'], { folder: root, environment });
  const [first, again] = [await build(), await build()];
  const bytes = files.reduce((sum, { length }) => sum + length, 0);
  printTable(`search: an index of ${records.length} notes (${machine()})`, [
    ['', 's', '× build with the index kept'],
    ['notes as text', figure(read), figure(read / again.wall)],
    ['index by Pagefind', figure(made), figure(made / again.wall)],
    ['first build, notes rendered and indexed', figure(first.wall), figure(first.wall / again.wall)],
    ['build again, nothing changed', figure(again.wall), '1'],
  ]);
  process.stdout.write(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
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
