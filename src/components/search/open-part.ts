import { NOTE_FOLDERS, NOTE_IDS, NOTE_ORDER, type NotePart } from '../../derive/search/note-parts.ts';
import { link } from '../links.ts';
import { readJson } from '../read-json.ts';

/** As much of https://pagefind.app/docs/api/ as we use. Its excerpts are markup, and left alone. */
interface Pagefind {
  readonly search: (words: string, options: { sort: Record<string, 'asc'> }) => Promise<PagefindReply>;
}

interface PagefindReply {
  readonly results: readonly PagefindHit[];
}

export interface PagefindHit {
  readonly id: string;
  /** The places of the words that match. */
  readonly words: readonly number[];
  readonly data: () => Promise<{ readonly raw_url: string; readonly content: string }>;
}

/** An index of notes. */
export interface NotesIndex {
  /** The hits of some words, the newest first; undefined where that is late by the time that their turn comes. */
  readonly ask: (words: string, isLate: () => boolean) => Promise<readonly PagefindHit[] | undefined>;
  /** The path of each release by its id. */
  readonly paths: () => Promise<ReadonlyMap<string, string>>;
}

/** The worker of an index. */
export function workerOf(part: NotePart): string {
  return `${link(NOTE_FOLDERS[part])}pagefind-worker.js`;
}

/**
 * Loads an index, to the end: whoever asks it then does not wait for that.
 * @throws Error where it cannot be read or the browser refuses it
 */
export async function openPart(part: NotePart): Promise<NotesIndex> {
  // A program for each: they would share one worker, and the quick one would wait for the slow one.
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${link(NOTE_FOLDERS[part])}pagefind.js`);
  const search = (words: string) => pagefind.search(words, { sort: { [NOTE_ORDER]: 'asc' } });
  await search('');
  let last: Promise<unknown> = Promise.resolve();
  let paths: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    ask(words, isLate) {
      // Its worker would go through all that it is asked: let one question wait, not each letter that somebody types.
      const hits = last.then(async () => (isLate() ? undefined : (await search(words)).results));
      last = hits.catch(() => undefined);
      return hits;
    },
    paths() {
      paths ??= readPaths(part);
      return paths;
    },
  };
}

async function readPaths(part: NotePart): Promise<ReadonlyMap<string, string>> {
  return new Map(Object.entries(await readJson<Record<string, string>>(NOTE_FOLDERS[part] + NOTE_IDS)));
}
