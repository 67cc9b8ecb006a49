import type { Hit } from '../../derive/search/find.ts';
import { markedExcerpt, type Piece } from '../../derive/search/marked-excerpt.ts';
import type { SearchProject } from '../../derive/search/read-list.ts';
import { NOTES_IDS_PATH, NOTES_INDEX_PATH } from '../../derive/search/search-list.ts';
import { link } from '../links.ts';
import { readJson } from '../read-json.ts';
import { allowWorker } from './allow-worker.ts';

/** As much of https://pagefind.app/docs/api/ as we use. Its excerpts are markup, and left alone. */
interface Pagefind {
  readonly search: (words: string) => Promise<{ results: readonly PagefindHit[] }>;
}

interface PagefindHit {
  readonly id: string;
  /** The places of the words that match. */
  readonly words: readonly number[];
  readonly data: () => Promise<{ readonly raw_url: string; readonly content: string }>;
}

/** A release whose notes say what was looked for. */
export interface NoteHit {
  readonly hit: Hit;
  readonly excerpt: readonly Piece[];
}

export interface FoundNotes {
  readonly count: number;
  /** So many of the best. */
  readonly first: (most: number) => Promise<NoteHit[]>;
}

/** The notes of a site, by words. */
export interface Notes {
  readonly find: (query: string, keeps: ((hit: Hit) => boolean) | undefined) => Promise<FoundNotes>;
}

/**
 * Loads what finds words in the notes.
 * @throws Error where the index cannot be read or the browser refuses it
 */
export async function openNotes(projects: readonly SearchProject[]): Promise<Notes> {
  const folder = link(NOTES_INDEX_PATH);
  allowWorker(`${folder}pagefind-worker.js`);
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  const hits = projects.flatMap((project) => project.releases.map((release): Hit => ({ project, release })));
  const byPath = new Map(hits.map((hit) => [hit.release.path, hit]));
  let ids: Promise<Map<string, Hit>> | undefined;
  return {
    async find(query, keeps) {
      const { results } = await pagefind.search(query);
      if (keeps !== undefined) ids ??= readIds(hits);
      const byId = keeps === undefined ? undefined : await ids;
      const kept = results.filter(({ id }) => {
        const hit = byId?.get(id);
        return keeps === undefined || (hit !== undefined && keeps(hit));
      });
      return { count: kept.length, first: (most) => readHits(kept.slice(0, most), byPath) };
    },
  };
}

async function readIds(hits: readonly Hit[]): Promise<Map<string, Hit>> {
  const ids = await readJson<readonly string[]>(NOTES_IDS_PATH);
  return new Map(hits.map((hit, place) => [ids[place] ?? '', hit]));
}

async function readHits(found: readonly PagefindHit[], byPath: ReadonlyMap<string, Hit>): Promise<NoteHit[]> {
  const read = await Promise.all(
    found.map(async ({ data, words }) => {
      const { raw_url: path, content } = await data();
      const hit = byPath.get(path);
      return hit === undefined ? [] : [{ hit, excerpt: markedExcerpt(content, words) }];
    }),
  );
  return read.flat();
}
