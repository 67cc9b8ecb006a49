import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract, type Header } from 'tar-stream';
import { FormatError } from '../../platform/errors.ts';
import type { Bytes } from '../../platform/http/read-body.ts';

const MEGABYTE = 1024 * 1024;

/** What a package's archive may cost at most. */
export const ARCHIVE_LIMITS = {
  packedBytes: 64 * MEGABYTE,
  bytes: 200 * MEGABYTE,
  entries: 20_000,
  changelogBytes: 4 * MEGABYTE,
};

const NAMES = ['changelog', 'changes', 'history', 'releases'];
const ENDINGS = ['.md', '.markdown', '', '.txt'];
const RANKING = NAMES.flatMap((name) => ENDINGS.map((ending) => name + ending));

interface Found {
  readonly rank: number;
  readonly text: string;
}

/**
 * The changelog in the top folder of a package's archive (gzipped tar), read as it comes and no further than needed. Nothing
 * is unpacked to disk; links, devices and folders are passed over. Undefined if there is none.
 * @throws FormatError for what is no such archive or passes a limit, and what reading `packed` throws
 */
export async function findChangelog(packed: Bytes, limits = ARCHIVE_LIMITS): Promise<string | undefined> {
  const entries = extract();
  const decoded = (bytes: Bytes) => capped(bytes, limits.bytes);
  const [found] = await Promise.allSettled([
    bestOf(entries, limits),
    // Its failures reach the reader of the entries too; one that comes after the reader has ended is of no interest.
    pipeline(packed, createGunzip(), decoded, entries),
  ]);
  if (found.status === 'fulfilled') return found.value?.text;
  throw asArchiveError(found.reason);
}

async function bestOf(entries: Extract, limits: typeof ARCHIVE_LIMITS): Promise<Found | undefined> {
  let best: Found | undefined;
  let count = 0;
  for await (const entry of entries) {
    count += 1;
    if (count > limits.entries) throw new FormatError(`an archive of more than ${limits.entries} entries`);
    const rank = rankOf(entry.header);
    if (rank < (best?.rank ?? RANKING.length) && entry.header.size <= limits.changelogBytes) {
      best = { rank, text: await text(entry) };
    }
    if (best?.rank === 0) break;
    entry.resume();
  }
  return best;
}

/** The place of a file in the ranking of names; beyond its end for all that is no changelog. */
function rankOf({ type, name }: Header): number {
  const [folder, file, ...rest] = name.replace(/^(?:\.\/)+/, '').split('/');
  const isTop = folder !== '' && folder !== '..' && file !== undefined && rest.length === 0;
  const rank = type === 'file' && isTop ? RANKING.indexOf(file.toLowerCase()) : -1;
  return rank < 0 ? RANKING.length : rank;
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
