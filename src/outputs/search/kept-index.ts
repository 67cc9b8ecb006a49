import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readFileIfThere } from '../../platform/files.ts';
import { ROOT } from '../../platform/root.ts';
import type { IndexFiles } from './index-notes.ts';
import { readPack, writePack } from './index-pack.ts';
import type { NoteRecord, RecordsPart } from './note-records.ts';

/** Where the last indexes are kept, and what makes one: told apart for tests. */
export interface Indexing {
  readonly packs: string;
  readonly make: (records: readonly NoteRecord[]) => Promise<IndexFiles>;
}

/** Some of the records, and their index. */
export interface PartIndex extends RecordsPart {
  readonly files: IndexFiles;
  /** Whether it is the one of the last build. */
  readonly isKept: boolean;
}

/** The index of some of the records: the one of the last build if they are still the same. */
export async function readOrMake(
  { part, records }: RecordsPart,
  { packs, make }: Indexing,
): Promise<PartIndex> {
  const pack = join(packs, `${part}.pack`);
  const key = await keyOf(records);
  const kept = await readPack(pack, key);
  if (kept !== undefined) return { part, records, files: kept, isKept: true };
  const files = await make(records);
  await writePack(pack, key, files);
  return { part, records, files, isKept: false };
}

// To be raised where what is made of the same notes becomes another thing.
const FORMAT = 2;

/** Changes with the notes, with the version of Pagefind and with what we make of both. */
async function keyOf(records: readonly NoteRecord[]): Promise<string> {
  const pagefind = (await readFileIfThere(join(ROOT, 'node_modules/pagefind/package.json'))) ?? '';
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, pagefind, records]))
    .digest('hex');
}
