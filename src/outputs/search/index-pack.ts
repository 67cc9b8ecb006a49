import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readBytesIfThere, writeFileAtomic } from '../../platform/files.ts';
import type { IndexFiles } from './index-notes.ts';

// One file, so that thousands of small ones need not be read, and none can be missing: what it holds as a line of JSON, then the
// bytes of all. The hash tells whether they are still those.
const Contents = z.strictObject({
  key: z.string(),
  hash: z.string(),
  files: z.array(z.tuple([z.string(), z.number()])),
});

/** The index that was kept under this key; undefined if there is none, or if the file is damaged. */
export async function readPack(path: string, key: string): Promise<IndexFiles | undefined> {
  const bytes = await readBytesIfThere(path);
  const end = bytes?.indexOf('\n') ?? -1;
  if (bytes === undefined || end < 0) return undefined;
  const contents = parseContents(bytes.subarray(0, end).toString());
  const body = bytes.subarray(end + 1);
  if (contents?.key !== key || contents.hash !== hashOf(body)) return undefined;
  const files = new Map<string, Uint8Array>();
  let at = 0;
  for (const [name, length] of contents.files) {
    files.set(name, body.subarray(at, at + length));
    at += length;
  }
  return files;
}

/** Keeps an index under a key, in the place of the one before. */
export async function writePack(path: string, key: string, files: IndexFiles): Promise<void> {
  const body = Buffer.concat([...files.values()]);
  const lengths = [...files].map(([name, { length }]): [string, number] => [name, length]);
  const contents: z.infer<typeof Contents> = { key, hash: hashOf(body), files: lengths };
  await writeFileAtomic(path, Buffer.concat([Buffer.from(`${JSON.stringify(contents)}\n`), body]));
}

function parseContents(line: string): z.infer<typeof Contents> | undefined {
  try {
    return Contents.parse(JSON.parse(line));
  } catch {
    // Of another version of this code, or damaged: as good as none.
    return undefined;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
