import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { z } from 'zod';
import { compareText } from '../../core/compare-text.ts';
import { NOTE_IDS, NOTE_ORDER } from '../../derive/search/note-parts.ts';
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
 * Builds the index of these records, which are found in this order. Filters of Pagefind's own are not used: their files come out in
 * another order each time.
 * @throws FormatError if Pagefind reports an error, or leaves a record out; HostError if it does not answer
 */
export async function indexNotes(records: readonly NoteRecord[]): Promise<IndexFiles> {
  try {
    const { index, errors } = await answer(createIndex({ forceLanguage: 'en' }));
    refuse(errors);
    if (index === undefined) throw new FormatError('search: Pagefind made no index');
    for (let at = 0; at < records.length; at += AT_ONCE) {
      const some = records.slice(at, at + AT_ONCE);
      await answer(Promise.all(some.map((record, place) => addRecord(index, record, at + place))));
    }
    // Its own writing of files may end before their last bytes are on the disk.
    const made = await answer(index.getFiles());
    refuse(made.errors);
    const files = new Map(made.files.map(({ path, content }) => [path.replaceAll('\\', '/'), content]));
    const kept = [...files].filter(([path]) => TAKEN.test(path)).sort(([a], [b]) => compareText(a, b));
    return new Map([...kept, [NOTE_IDS, Buffer.from(JSON.stringify(pathsById(records, files)))]]);
  } finally {
    await answer(close());
  }
}

// A program that has ended never answers, and nothing else would tell.
function answer<T>(promise: Promise<T>): Promise<T> {
  return inTime(promise, 'search: Pagefind', PATIENCE);
}

async function addRecord(
  index: PagefindIndex,
  { path, title, text }: NoteRecord,
  place: number,
): Promise<void> {
  const { errors } = await index.addCustomRecord({
    url: path,
    content: text,
    language: 'en',
    meta: { title },
    sort: { [NOTE_ORDER]: String(place) },
  });
  refuse(errors);
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new FormatError(`search: Pagefind: ${errors.join('; ')}`);
}

/** The path of each record by its id, out of the files that hold their texts, in the order of the records. */
function pathsById(records: readonly NoteRecord[], files: IndexFiles): Record<string, string> {
  const idOfPath = new Map<string, string>();
  for (const [file, content] of files) {
    const [, id] = FRAGMENT.exec(file) ?? [];
    if (id !== undefined) idOfPath.set(pathIn(file, content), id);
  }
  const paths = records.map(({ path }) => {
    const id = idOfPath.get(path);
    if (id === undefined) throw new FormatError(`search: Pagefind left ${path} out of its index`);
    return [id, path];
  });
  return Object.fromEntries(paths);
}

function pathIn(file: string, content: Uint8Array): string {
  const text = gunzipSync(content).toString();
  try {
    return Fragment.parse(JSON.parse(text.slice(text.indexOf('{')))).url;
  } catch (cause) {
    throw new FormatError(`search: ${file} of Pagefind is not of the form that we know`, { cause });
  }
}
