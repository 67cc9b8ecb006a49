import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Indexing } from '../../../src/outputs/search/kept-index.ts';
import { type NoteRecord, noteRecords } from '../../../src/outputs/search/note-records.ts';
import { writeSearch } from '../../../src/outputs/search/write-search.ts';
import { FormatError } from '../../../src/platform/errors.ts';
import { listFiles } from '../../../src/platform/files.ts';
import { aFolder, aProject, aRelease, hoursLater } from '../../build-release.ts';
import { aSite, aView } from '../build-site.ts';

const FILES = new Map([['pagefind.js', Buffer.from('index')]]);

function aSiteWith(...notes: readonly string[]) {
  const releases = notes.map((line, place) =>
    aRelease({ version: `1.${place}.0`, notesFrom: 'release', ...(line !== '' && { notes: [line] }) }),
  );
  return aSite([aView(releases.toReversed())]);
}

/** A site with a release with notes for each of so many hours. */
function aSiteSince(hours: number) {
  const releases = Array.from({ length: hours }, (_, hour) =>
    aRelease({
      version: `1.${hour}.0`,
      publishedAt: hoursLater(hour - 2000),
      notesFrom: 'release',
      notes: [`note ${hour}`],
    }),
  );
  return aSite([aView(releases.toReversed())]);
}

/** Writes the search of a site with an index that notes what it was asked for. */
async function scene(t: TestContext, make: Indexing['make'] = async () => FILES) {
  const folder = await aFolder(t);
  const asked: NoteRecord[][] = [];
  const warned: string[] = [];
  const maker = join(folder, 'package.json');
  const indexing: Indexing = {
    packs: join(folder, '.cache'),
    maker,
    make: (records) => {
      asked.push([...records]);
      return make(records);
    },
  };
  const write = (site: ReturnType<typeof aSiteWith>, dist = 'dist') =>
    writeSearch(
      site,
      { folder: join(folder, dist), url: 'https://team.example/', base: '/' },
      (message) => warned.push(message),
      indexing,
    );
  const list = async (dist = 'dist') =>
    JSON.parse(await readFile(join(folder, dist, 'search/list.json'), 'utf8'));
  return { asked, warned, write, list, maker, files: (dist = 'dist') => listFiles(join(folder, dist)) };
}

test('releases with notes are indexed, the newest first', async (t) => {
  const { asked, write, list, files, warned } = await scene(t);
  const { done, paths } = await write(aSiteWith('- one', '', '- **three**'));
  assert.match(done, /^search: notes of 2 releases indexed in [\d.]+ s$/);
  assert.deepEqual(paths, ['pagefind/newest/pagefind.js']);
  assert.deepEqual(asked, [
    [
      { path: 'projects/tool/1.2.0/', title: 'Tool 1.2.0', text: 'three' },
      { path: 'projects/tool/1.0.0/', title: 'Tool 1.0.0', text: 'one' },
    ],
  ]);
  assert.deepEqual(await files(), ['pagefind/newest/pagefind.js', 'search/list.json']);
  const { notes, projects } = await list();
  assert.deepEqual([notes, projects[0].versions], [2, ['1.2.0', '1.1.0', '1.0.0']]);
  assert.deepEqual(warned, []);
});

test('an index is made only where notes or its maker have changed', async (t) => {
  const { asked, write, files, maker } = await scene(t);
  await write(aSiteWith('one'));
  assert.equal(
    (await write(aSiteWith('one'), 'again')).done,
    'search: notes of 1 release kept, none of them has changed',
  );
  assert.equal(asked.length, 1);
  assert.deepEqual(await files('again'), await files());
  await write(aSiteWith('one, edited'));
  await write(aSiteWith('one, edited', 'two'));
  assert.equal(asked.length, 3);
  await writeFile(maker, '{ "version": "2.0.0" }');
  await write(aSiteWith('one, edited', 'two'));
  assert.equal(asked.length, 4);
});

test('without an index the list stands, says so, and a warning tells why', async (t) => {
  const { write, list, files, warned } = await scene(t, () => {
    throw new FormatError('search: Pagefind: no disk', { remedy: 'look after the disk' });
  });
  assert.equal((await write(aSiteWith('one'))).done, 'search knows projects and versions alone');
  assert.deepEqual(await files(), ['search/list.json']);
  assert.equal((await list()).notes, 0);
  assert.deepEqual(warned, [
    'search: Pagefind: no disk\nRemedy: look after the disk.\nThe notes cannot be searched on this site; all else is there.',
  ]);
});

test('older notes have an index of their own, which stays while new ones come in', async (t) => {
  const { asked, write, files, list } = await scene(t);
  await write(aSiteSince(1000));
  assert.deepEqual(
    asked.map((records) => [records.length, records[0]?.text, records.at(-1)?.text]),
    [
      [500, 'note 999', 'note 500'],
      [500, 'note 499', 'note 0'],
    ],
  );
  assert.deepEqual(await files(), [
    'pagefind/newest/pagefind.js',
    'pagefind/older/pagefind.js',
    'search/list.json',
  ]);
  assert.equal((await list()).notes, 1000);
  assert.match(
    (await write(aSiteSince(1001))).done,
    /^search: notes of 1,001 releases kept, but for 501 indexed in [\d.]+ s$/,
  );
  assert.deepEqual(
    asked.slice(2).map((records) => [records.length, records[0]?.text]),
    [[501, 'note 1000']],
  );
});

test('a site without notes has no index, and none is asked for', async (t) => {
  const { asked, write, files, list, warned } = await scene(t);
  assert.equal((await write(aSiteWith(''))).done, 'search knows projects and versions alone');
  assert.deepEqual(await files(), ['search/list.json']);
  assert.equal((await list()).notes, 0);
  assert.deepEqual([asked, warned], [[], []]);
});

test('the newest notes come first across projects, and of one moment as in the list', () => {
  const view = (id: string, ...days: readonly string[]) => {
    const releases = days.map((day) =>
      aRelease({ version: day, publishedAt: `${day}T00:00:00Z`, notesFrom: 'release', notes: ['text'] }),
    );
    return aView(releases, aProject({ id }));
  };
  const records = noteRecords(
    aSite([view('b', '2026-03-02', '2026-01-02'), view('a', '2026-02-02', '2026-01-02')]),
  );
  assert.deepEqual(
    records.map(({ path }) => path.replace(/^projects/, '')),
    ['/b/2026-03-02/', '/a/2026-02-02/', '/b/2026-01-02/', '/a/2026-01-02/'],
  );
});

test('names and notes that are no Unicode become it: Pagefind would give up all of them', () => {
  const release = aRelease({ version: '1.0.0', notesFrom: 'release', notes: ['half \ud800 a pair'] });
  const [record] = noteRecords(aSite([aView([release], aProject({ name: 'To\ud800ol' }))]));
  assert.deepEqual([record?.title, record?.text], ['To\ufffdol 1.0.0', 'half a pair']);
});
