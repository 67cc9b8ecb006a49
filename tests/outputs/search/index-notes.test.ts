import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { NOTE_ORDER } from '../../../src/derive/search/note-parts.ts';
import { indexNotes } from '../../../src/outputs/search/index-notes.ts';
import type { NoteRecord } from '../../../src/outputs/search/note-records.ts';
import { writeOutput } from '../../../src/outputs/write-output.ts';
import { createRandom, makeNotes } from '../../bench/make-notes.ts';
import { aFolder } from '../../build-release.ts';
import { serveFolder } from '../../site/serve-folder.ts';

const random = createRandom(1);
const RECORDS = Array.from({ length: 250 }, (_, number): NoteRecord => {
  const text = `${makeNotes(random)} note`;
  return { path: `projects/x/1.${number}.0/`, title: `X 1.${number}.0`, text };
});

test('the same notes make the same bytes, and nothing that is not asked for', async () => {
  const one = await indexNotes(RECORDS);
  const again = await indexNotes(RECORDS);
  assert.deepEqual([...one.keys()], [...again.keys()]);
  for (const [path, bytes] of one)
    assert.ok(Buffer.from(bytes).equals(again.get(path) ?? Buffer.alloc(0)), path);
  const kinds = new Set([...one.keys()].map((path) => path.replace(/[\w.]*en_[0-9a-f]+/, '*')));
  assert.deepEqual([...kinds].sort(), [
    '*.pf_meta',
    'fragment/*.pf_fragment',
    'index/*.pf_index',
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.js',
    'releases.json',
    'wasm.en.pagefind',
  ]);
});

test('each release has the id of its own text', async () => {
  const files = await indexNotes(RECORDS);
  const paths: Record<string, string> = JSON.parse(Buffer.from(files.get('releases.json') ?? []).toString());
  assert.deepEqual(
    Object.values(paths),
    RECORDS.map(({ path }) => path),
  );
  for (const [id, path] of Object.entries(paths)) {
    const fragment = gunzipSync(files.get(`fragment/${id}.pf_fragment`) ?? Buffer.alloc(0)).toString();
    assert.ok(fragment.includes(`"${path}"`));
  }
});

test('what says a word is found in the order of the records', async (t) => {
  const folder = await aFolder(t);
  for (const [path, bytes] of await indexNotes(RECORDS)) writeOutput(folder, path, bytes);
  const { port, close } = await serveFolder(folder, 'pagefind');
  t.after(close);
  const pagefind = await import(pathToFileURL(join(folder, 'pagefind.js')).href);
  await pagefind.options({ basePath: `http://localhost:${port}/pagefind/` });
  const { results } = await pagefind.search('note', { sort: { [NOTE_ORDER]: 'asc' } });
  const found: string[] = [];
  for (const { data } of results) found.push((await data()).raw_url);
  assert.deepEqual(
    found,
    RECORDS.map(({ path }) => path),
  );
});

test('a release that is not found afterwards is an error', async () => {
  await assert.rejects(
    indexNotes([...RECORDS.slice(0, 2), { path: 'projects/x/2/', title: '', text: '' }]),
    /left projects\/x\/2\/ out of its index/,
  );
});

test('hostile text is text', async () => {
  const text = '<script>window.__pwned=1</script> \u0000 a&b "quoted" \ud800 שלום';
  const hostile = await indexNotes([{ path: 'projects/x/1/', title: '<b>', text: text.toWellFormed() }]);
  assert.equal([...hostile.keys()].filter((path) => path.startsWith('fragment/')).length, 1);
});
