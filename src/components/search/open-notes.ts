import type { Hit } from '../../derive/search/find.ts';
import { markedExcerpt, type Piece } from '../../derive/search/marked-excerpt.ts';
import { countNewest, type NotePart } from '../../derive/search/note-parts.ts';
import type { SearchProject } from '../../derive/search/read-list.ts';
import { allowWorkers } from './allow-workers.ts';
import { type NotesIndex, openPart, type PagefindHit, workerOf } from './open-part.ts';

/** A release whose notes say what was looked for. */
export interface NoteHit {
  readonly hit: Hit;
  readonly excerpt: readonly Piece[];
}

export interface FoundNotes {
  readonly count: number;
  /** From one place to another, the newest first. */
  readonly slice: (start: number, end: number) => Promise<NoteHit[]>;
}

/** Some of the notes of a site, by words. */
export interface Notes {
  readonly part: NotePart;
  /**
   * Loads what finds them, if nobody has yet.
   * @throws Error where the index cannot be read or the browser refuses it
   */
  readonly open: () => Promise<NotesIndex>;
  /**
   * What the filters let through of the notes that say some words; undefined where that would come too late.
   * @throws Error as `open` does
   */
  readonly find: (
    words: string,
    keeps: ((hit: Hit) => boolean) | undefined,
    isLate: () => boolean,
  ) => Promise<FoundNotes | undefined>;
}

/** The notes of so many releases: the newest, and the older ones where there are any. Each part is loaded when it is first asked. */
export function openNotes(projects: readonly SearchProject[], count: number): Notes[] {
  const parts: NotePart[] = [
    ...(count > 0 ? ['newest' as const] : []),
    ...(count > countNewest(count) ? ['older' as const] : []),
  ];
  allowWorkers(parts.map(workerOf));
  const hits = projects.flatMap((project) => project.releases.map((release): Hit => ({ project, release })));
  const byPath = new Map(hits.map((hit) => [hit.release.path, hit]));
  return parts.map((part) => notesOf(part, byPath));
}

function notesOf(part: NotePart, byPath: ReadonlyMap<string, Hit>): Notes {
  let opened: Promise<NotesIndex> | undefined;
  const open = () => {
    opened ??= openPart(part);
    return opened;
  };
  return {
    part,
    open,
    async find(words, keeps, isLate) {
      const index = await open();
      const found = await index.ask(words, isLate);
      if (found === undefined) return undefined;
      const paths = keeps === undefined ? undefined : await index.paths();
      const kept = found.filter(({ id }) => {
        const hit = byPath.get(paths?.get(id) ?? '');
        return keeps === undefined || (hit !== undefined && keeps(hit));
      });
      return { count: kept.length, slice: (start, end) => readHits(kept.slice(start, end), byPath) };
    },
  };
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
