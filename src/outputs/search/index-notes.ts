import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { z } from 'zod';
import { compareText } from '../../core/compare-text.ts';
import { NOTES_IDS_PATH, NOTES_INDEX_PATH } from '../../derive/search/search-list.ts';
import { FormatError } from '../../platform/errors.ts';
import { inTime } from './in-time.ts';
import type { NoteRecord } from './note-records.ts';

/** A file of an index, by its path. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

// What it makes beside: its own interface, and the search of sites without a language.
const TAKEN = /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_\w+)$/;
const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;
const Fragment = z.object({ url: z.string() });

// Its program answers one message after the other: enough of them to keep it busy.
const AT_ONCE = 100;
const PATIENCE = 300_000;

/**
 * Builds the index of these records. Filters of Pagefind's own are not used: their files come out in another order each time.
 * @throws FormatError if Pagefind reports an error, or leaves a record out; HostError if it does not answer
 */
export async function indexNotes(records: readonly (NoteRecord | undefined)[]): Promise<IndexFiles> {
  try {
    const { index, errors } = await answer(createIndex({ forceLanguage: 'en' }));
    refuse(errors);
    if (index === undefined) throw new FormatError('search: Pagefind made no index');
    const some = records.filter((record) => record !== undefined);
    for (let at = 0; at < some.length; at += AT_ONCE) {
      await answer(Promise.all(some.slice(at, at + AT_ONCE).map((record) => addRecord(index, record))));
    }
    // Its own writing of files may end before their last bytes are on the disk.
    const made = await answer(index.getFiles());
    refuse(made.errors);
    const files = new Map(made.files.map(({ path, content }) => [path.replaceAll('\\', '/'), content]));
    const ids = releaseIds(records, files);
    const kept = [...files].filter(([path]) => TAKEN.test(path)).sort(([a], [b]) => compareText(a, b));
    return new Map([
      ...kept,
      [NOTES_IDS_PATH.slice(NOTES_INDEX_PATH.length), Buffer.from(JSON.stringify(ids))],
    ]);
  } finally {
    await answer(close());
  }
}

// A program that has ended never answers, and nothing else would tell.
function answer<T>(promise: Promise<T>): Promise<T> {
  return inTime(promise, 'search: Pagefind', PATIENCE);
}

async function addRecord(index: PagefindIndex, { path, title, text }: NoteRecord): Promise<void> {
  const { errors } = await index.addCustomRecord({
    url: path,
    content: text,
    language: 'en',
    meta: { title },
  });
  refuse(errors);
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new FormatError(`search: Pagefind: ${errors.join('; ')}`);
}

/** The id of each record, out of the files that hold their texts. */
function releaseIds(records: readonly (NoteRecord | undefined)[], files: IndexFiles): string[] {
  const idOfPath = new Map<string, string>();
  for (const [file, content] of files) {
    const [, id] = FRAGMENT.exec(file) ?? [];
    if (id !== undefined) idOfPath.set(pathIn(file, content), id);
  }
  return records.map((record) => {
    if (record === undefined) return '';
    const id = idOfPath.get(record.path);
    if (id === undefined) throw new FormatError(`search: Pagefind left ${record.path} out of its index`);
    return id;
  });
}

function pathIn(file: string, content: Uint8Array): string {
  const text = gunzipSync(content).toString();
  try {
    return Fragment.parse(JSON.parse(text.slice(text.indexOf('{')))).url;
  } catch (cause) {
    throw new FormatError(`search: ${file} of Pagefind is not of the form that we know`, { cause });
  }
}
