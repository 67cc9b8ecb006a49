import { join } from 'node:path';
import { openRenderJournal, type RenderJournal } from './render-journal.ts';

/** Rendered HTML on disk, by the key of its content. The folder may vanish at any time. */
export interface RenderCache {
  /** Undefined too where the file is damaged: it is then rendered again and written anew. */
  readonly read: (key: string) => Promise<string | undefined>;
  readonly write: (key: string, html: string) => Promise<void>;
}

/**
 * A cache in a folder, or one that holds nothing if there is none. Keys are hashes in hex. Sixteen files for all documents:
 * to make a file for each took as long as to render them.
 */
export function createRenderCache(folder: string | undefined): RenderCache {
  if (folder === undefined) return { read: async () => undefined, write: async () => {} };
  const journals = new Map<string, RenderJournal>();

  function journalOf(key: string): RenderJournal {
    const name = key.slice(0, 1);
    const journal = journals.get(name) ?? openRenderJournal(join(folder ?? '', `${name}.jsonl`));
    journals.set(name, journal);
    return journal;
  }

  return {
    read: (key) => journalOf(key).read(key),
    write: (key, html) => journalOf(key).write(key, html),
  };
}
