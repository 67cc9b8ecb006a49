import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract, type Header } from 'tar-stream';
import { FormatError } from '../../platform/errors.ts';
import type { Bytes } from '../../platform/http/read-body.ts';
import { changelogRank } from './changelog-rank.ts';

/** A gzipped tar with all files in one top folder, or a gem: a tar that holds a gzipped one, whose files are in none. */
export type ArchiveForm = 'folder' | 'gem';

export interface Changelog {
  readonly name: string;
  readonly text: string;
}

const MEGABYTE = 1024 * 1024;

/** What a package's archive may cost at most. */
export const ARCHIVE_LIMITS = {
  packedBytes: 64 * MEGABYTE,
  bytes: 200 * MEGABYTE,
  entries: 20_000,
  changelogBytes: 4 * MEGABYTE,
};
type Limits = typeof ARCHIVE_LIMITS;
type Entry = Extract extends AsyncIterable<infer Each> ? Each : never;

/**
 * The changelog at the top of a package's archive, read as it comes and no further than needed. Nothing is unpacked to
 * disk; links, devices and folders are passed over. Undefined if there is none.
 * @throws FormatError for what is no such archive or passes a limit, and what reading `packed` throws
 */
export function findChangelog(
  packed: Bytes,
  form: ArchiveForm,
  limits: Limits = ARCHIVE_LIMITS,
): Promise<Changelog | undefined> {
  return form === 'gem' ? findInGem(packed, limits) : findInTarball(packed, 1, limits);
}

// A gem holds metadata.gz, data.tar.gz and checksums: https://github.com/rubygems/rubygems/blob/master/lib/rubygems/package.rb
function findInGem(packed: Bytes, limits: Limits): Promise<Changelog | undefined> {
  return readTar(packed, false, limits, async (entries) => {
    for await (const entry of counted(entries, limits)) {
      const { type, name } = entry.header;
      // Awaited here: leaving the loop destroys the entry.
      if (type === 'file' && name === 'data.tar.gz') return await findInTarball(pieces(entry), 0, limits);
      entry.resume();
    }
    return undefined;
  });
}

function findInTarball(packed: Bytes, folders: 0 | 1, limits: Limits): Promise<Changelog | undefined> {
  return readTar(packed, true, limits, async (entries) => {
    let best: (Changelog & { readonly rank: number }) | undefined;
    for await (const entry of counted(entries, limits)) {
      const name = topFile(entry.header, folders);
      const rank = changelogRank(name);
      if (rank < (best?.rank ?? Number.POSITIVE_INFINITY) && entry.header.size <= limits.changelogBytes) {
        best = { rank, name, text: await text(entry) };
      }
      if (best?.rank === 0) break;
      entry.resume();
    }
    return best && { name: best.name, text: best.text };
  });
}

async function readTar<Result>(
  packed: Bytes,
  isGzipped: boolean,
  limits: Limits,
  read: (entries: Extract) => Promise<Result>,
): Promise<Result> {
  const entries = extract();
  const source = capped(packed, limits.packedBytes);
  const unpacked = (bytes: Bytes) => capped(bytes, limits.bytes);
  const [result] = await Promise.allSettled([
    read(entries),
    // Its failures reach the reader of the entries too; one that comes after the reader has ended is of no interest.
    isGzipped ? pipeline(source, createGunzip(), unpacked, entries) : pipeline(source, entries),
  ]);
  if (result.status === 'fulfilled') return result.value;
  throw asArchiveError(result.reason);
}

async function* counted(entries: Extract, limits: Limits) {
  let count = 0;
  for await (const entry of entries) {
    count += 1;
    if (count > limits.entries) throw new FormatError(`an archive of more than ${limits.entries} entries`);
    yield entry;
  }
}

/** The name of a regular file that lies exactly so many folders deep; '' for all others. */
function topFile({ type, name }: Header, folders: 0 | 1): string {
  const segments = name.replace(/^(?:\.\/)+/, '').split('/');
  const isTop = segments.length === folders + 1 && segments[0] !== '' && segments[0] !== '..';
  return type === 'file' && isTop ? (segments.at(-1) ?? '') : '';
}

// tar-stream has streams of its own, which are no Readable of Node's.
async function* pieces(entry: Entry): Bytes {
  for await (const piece of entry) if (piece instanceof Uint8Array) yield piece;
}

async function* capped(source: Bytes, limit: number): Bytes {
  let total = 0;
  for await (const piece of source) {
    total += piece.length;
    if (total > limit) throw new FormatError(`an archive of more than ${limit} bytes`);
    yield piece;
  }
}

// The network's and zlib's errors carry a code, and the http client knows what to do about them; tar-stream's carry none.
function asArchiveError(error: unknown): unknown {
  const isKnown = error instanceof FormatError || (error instanceof Error && 'code' in error);
  return isKnown ? error : new FormatError('not a tar archive', { cause: error });
}
