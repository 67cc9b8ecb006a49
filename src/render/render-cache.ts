import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { readFileIfThere, writeFileQuick } from '../platform/files.ts';

// Beyond this, thousands of documents asked for at once would be as many open files.
const MOST_OPEN_FILES = 16;
const HASH_LENGTH = 64;

/** Rendered HTML on disk, a file a document, by the key of its content. The folder may vanish at any time. */
export interface RenderCache {
  /** Undefined too where the file is damaged: it is then rendered again and written over. */
  readonly read: (key: string) => Promise<string | undefined>;
  readonly write: (key: string, html: string) => Promise<void>;
}

/** A cache in a folder, or one that holds nothing if there is none. Keys are hashes in hex. */
export function createRenderCache(folder: string | undefined): RenderCache {
  if (folder === undefined) return { read: async () => undefined, write: async () => {} };
  const limit = pLimit(MOST_OPEN_FILES);
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.html`);
  return {
    read: async (key) => unseal((await limit(readFileIfThere, pathOf(key))) ?? ''),
    write: async (key, html) => {
      await limit(writeFileQuick, pathOf(key), seal(html));
    },
  };
}

function seal(html: string): string {
  return `${hashOf(html)}\n${html}`;
}

function unseal(text: string): string | undefined {
  const html = text.slice(HASH_LENGTH + 1);
  return text === seal(html) ? html : undefined;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
