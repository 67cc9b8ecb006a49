import { join } from 'node:path';
import { encodeSegment } from '../core/encode-segment.ts';
import { openRenderJournal, type RenderJournal } from './render-journal.ts';

/** Rendered HTML on disk, by the key of its content, on shelves: what is asked for together lies together. The folder may vanish at any time. */
export interface RenderCache {
  /** Undefined too where the file is damaged: it is then rendered again and written anew. */
  readonly read: (shelf: string, key: string) => Promise<string | undefined>;
  /** Whether it is worth to be read. */
  readonly has: (shelf: string, key: string) => Promise<boolean>;
  readonly write: (shelf: string, key: string, html: string) => Promise<void>;
}

// What is on them is in memory.
const MOST_OPEN = 8;

/**
 * A cache in a folder, or one that holds nothing if there is none. Keys are hashes in hex. A file a shelf: to make one for each document
 * took as long as to render them.
 */
export function createRenderCache(folder: string | undefined): RenderCache {
  if (folder === undefined)
    return { read: async () => undefined, has: async () => false, write: async () => {} };
  const journals = new Map<string, RenderJournal>();

  function journalOf(shelf: string): RenderJournal {
    const path = join(folder ?? '', `${encodeSegment(shelf)}.jsonl`);
    const journal = journals.get(shelf) ?? openRenderJournal(path);
    // The one that was used last comes last, and is not yet busy when others make room for it.
    journals.delete(shelf);
    closeSome();
    journals.set(shelf, journal);
    return journal;
  }

  function closeSome(): void {
    for (const [shelf, { isBusy }] of journals) {
      if (journals.size < MOST_OPEN) return;
      if (!isBusy()) journals.delete(shelf);
    }
  }

  return {
    read: (shelf, key) => journalOf(shelf).read(key),
    has: (shelf, key) => journalOf(shelf).has(key),
    write: (shelf, key, html) => journalOf(shelf).write(key, html),
  };
}
