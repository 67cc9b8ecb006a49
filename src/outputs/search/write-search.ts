import { join } from 'node:path';
import { projectPath, releasePath } from '../../core/site-path.ts';
import type { Entry } from '../../derive/entry.ts';
import { NOTE_FOLDERS } from '../../derive/search/note-parts.ts';
import { SEARCH_LIST_PATH, searchList } from '../../derive/search/search-list.ts';
import { countInWords } from '../../derive/words.ts';
import type { Target } from '../../outputs.ts';
import { describeError } from '../../platform/describe-error.ts';
import { ROOT } from '../../platform/root.ts';
import { startStopwatch } from '../../platform/stopwatch.ts';
import type { Site } from '../../site.ts';
import { writeOutput } from '../write-output.ts';
import { indexNotes } from './index-notes.ts';
import { type Indexing, type PartIndex, readOrMake } from './kept-index.ts';
import { inParts, noteRecords, type RecordsPart } from './note-records.ts';

const INDEXING: Indexing = {
  packs: join(ROOT, '.cache/search'),
  maker: join(ROOT, 'node_modules/pagefind/package.json'),
  make: indexNotes,
};

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
 * Writes what the search reads: the list of all versions, and the indexes of the notes. Comes last: where the notes cannot be
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
  const indexes = await readOrMakeAll(inParts(records), indexing, warn);
  const paths: string[] = [];
  for (const { part, files } of indexes ?? []) {
    for (const [path, bytes] of files) {
      writeOutput(target.folder, NOTE_FOLDERS[part] + path, bytes);
      paths.push(NOTE_FOLDERS[part] + path);
    }
  }
  const notes = indexes === undefined ? 0 : records.length;
  writeSearchList(site, target, notes);
  if (indexes === undefined || notes === 0)
    return { done: 'search knows projects and versions alone', notes, paths };
  const made = indexes.reduce((sum, { isKept, records: { length } }) => sum + (isKept ? 0 : length), 0);
  return { done: inWords(notes, doneInWords(made, notes, seconds())), notes, paths };
}

const KEPT = 'kept, none of them has changed';

/** The list alone, beside indexes of so many releases that lie there already. */
export function keepSearch(site: Site, target: Target, notes: number): string {
  writeSearchList(site, target, notes);
  return inWords(notes, KEPT);
}

function writeSearchList(site: Site, { folder }: Target, notes: number): void {
  writeOutput(folder, SEARCH_LIST_PATH, JSON.stringify(searchList(site, folderOf, notes)));
}

function inWords(notes: number, done: string): string {
  return `search: notes of ${countInWords(notes, 'release')} ${done}`;
}

function doneInWords(made: number, all: number, seconds: number): string {
  if (made === 0) return KEPT;
  return `${made === all ? '' : `kept, but for ${made} `}indexed in ${seconds.toFixed(1)} s`;
}

/** Undefined, and a warning, where one of them cannot be made. */
async function readOrMakeAll(
  parts: readonly RecordsPart[],
  indexing: Indexing,
  warn: (message: string) => void,
): Promise<PartIndex[] | undefined> {
  try {
    const indexes: PartIndex[] = [];
    // One after the other: Pagefind's program is closed at the end of each.
    for (const part of parts) indexes.push(await readOrMake(part, indexing));
    return indexes;
  } catch (error) {
    warn(`${describeError(error).join('\n')}\nThe notes cannot be searched on this site; all else is there.`);
    return undefined;
  }
}

function folderOf({ project, release }: Entry): string {
  return releasePath(project.id, release.version).slice(projectPath(project.id).length, -1);
}
