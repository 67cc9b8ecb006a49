import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readFileIfThere } from '../../platform/files.ts';
import type { IndexFiles } from './index-notes.ts';
import { readPack, writePack } from './index-pack.ts';
import type { NoteRecord, RecordsPart } from './note-records.ts';

/** Where the last indexes are kept, and what makes one: told apart for tests. */
export interface Indexing {
  readonly packs: string;
  /** The package.json of its maker: another version may make others. */
  readonly maker: string;
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
  { packs, maker, make }: Indexing,
): Promise<PartIndex> {
  const pack = join(packs, `${part}.pack`);
  const key = await keyOf(records, maker);
  const kept = await readPack(pack, key);
  if (kept !== undefined) return { part, records, files: kept, isKept: true };
  const files = await make(records);
  await writePack(pack, key, files);
  return { part, records, files, isKept: false };
}

// To be raised where what is made of the same notes becomes another thing.
const FORMAT = 2;

/** Changes with the notes, with the version of Pagefind and with what we make of both. */
async function keyOf(records: readonly NoteRecord[], maker: string): Promise<string> {
  const version = (await readFileIfThere(maker)) ?? '';
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, version]));
  // One after the other: as one text they would be the largest of the whole build.
  for (const record of records) hash.update(JSON.stringify(record));
  return hash.digest('hex');
}
