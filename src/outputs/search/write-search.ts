import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { projectPath, releasePath } from '../../core/site-path.ts';
import type { Entry } from '../../derive/entry.ts';
import { NOTES_INDEX_PATH, SEARCH_LIST_PATH, searchList } from '../../derive/search/search-list.ts';
import { countInWords } from '../../derive/words.ts';
import type { Target } from '../../outputs.ts';
import { describeError } from '../../platform/describe-error.ts';
import { readFileIfThere } from '../../platform/files.ts';
import { ROOT } from '../../platform/root.ts';
import { startStopwatch } from '../../platform/stopwatch.ts';
import type { Site } from '../../site.ts';
import { writeOutput } from '../write-output.ts';
import { type IndexFiles, indexNotes } from './index-notes.ts';
import { readPack, writePack } from './index-pack.ts';
import { type NoteRecord, noteRecords } from './note-records.ts';

type Records = readonly (NoteRecord | undefined)[];

/** Where the last index is kept, and what makes one: told apart for tests. */
export interface Indexing {
  readonly pack: string;
  readonly make: (records: Records) => Promise<IndexFiles>;
}

const INDEXING: Indexing = { pack: join(ROOT, '.cache/search/notes.pack'), make: indexNotes };

/** What the search was given. */
export interface Searchable {
  /** In words, what was done. */
  readonly done: string;
  /** How many releases have notes in the index. */
  readonly notes: number;
  /** The files of the index. */
  readonly paths: readonly string[];
}

/**
 * Writes what the search reads: the list of all versions, and the index of the notes. Comes last: where the notes cannot be
 * indexed, the list says so, and the rest of the site is as good as ever.
 */
export async function writeSearch(
  site: Site,
  target: Target,
  warn: (message: string) => void,
  indexing = INDEXING,
): Promise<Searchable> {
  const seconds = startStopwatch();
  const records = noteRecords(site);
  const index = await readOrMake(records, indexing, warn);
  const paths = [...(index?.files.keys() ?? [])].map((path) => NOTES_INDEX_PATH + path);
  for (const [path, bytes] of index?.files ?? []) {
    await writeOutput(target.folder, NOTES_INDEX_PATH + path, bytes);
  }
  const notes = index === undefined ? 0 : records.filter((record) => record !== undefined).length;
  await writeSearchList(site, target, notes);
  if (index === undefined) return { done: 'search knows projects and versions alone', notes, paths };
  const done = index.isKept ? KEPT : `indexed in ${seconds().toFixed(1)} s`;
  return { done: inWords(notes, done), notes, paths };
}

const KEPT = 'kept, none of them has changed';

/** The list alone, beside an index of so many releases that lies there already. */
export async function keepSearch(site: Site, target: Target, notes: number): Promise<string> {
  await writeSearchList(site, target, notes);
  return inWords(notes, KEPT);
}

async function writeSearchList(site: Site, { folder }: Target, notes: number): Promise<void> {
  await writeOutput(folder, SEARCH_LIST_PATH, JSON.stringify(searchList(site, folderOf, notes)));
}

function inWords(notes: number, done: string): string {
  return `search: notes of ${countInWords(notes, 'release')} ${done}`;
}

async function readOrMake(records: Records, { pack, make }: Indexing, warn: (message: string) => void) {
  try {
    const key = await keyOf(records);
    const kept = await readPack(pack, key);
    if (kept !== undefined) return { files: kept, isKept: true };
    const files = await make(records);
    await writePack(pack, key, files);
    return { files, isKept: false };
  } catch (error) {
    warn(`${describeError(error).join('\n')}\nThe notes cannot be searched on this site; all else is there.`);
    return undefined;
  }
}

// To be raised where what is made of the same notes becomes another thing.
const FORMAT = 1;

/** Changes with the notes, with the version of Pagefind and with what we make of both. */
async function keyOf(records: Records): Promise<string> {
  const pagefind = (await readFileIfThere(join(ROOT, 'node_modules/pagefind/package.json'))) ?? '';
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, pagefind, records]))
    .digest('hex');
}

function folderOf({ project, release }: Entry): string {
  return releasePath(project.id, release.version).slice(projectPath(project.id).length, -1);
}
