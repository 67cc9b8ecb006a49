import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { FormatError } from '../../platform/errors.ts';
import { changelogRank } from './changelog-rank.ts';
import type { Changelog } from './find-changelog.ts';

const MEGABYTE = 1024 * 1024;

/** What a zip archive may cost at most. Its directory stands at its end: all of it is in memory. */
export const ZIP_LIMITS = {
  packedBytes: 32 * MEGABYTE,
  entries: 20_000,
  changelogBytes: 4 * MEGABYTE,
};

/**
 * The changelog directly in one folder of a zip archive. Nothing is unpacked to disk. Undefined if there is none.
 * @param folder such as `github.com/acme/tool@v1.2.3`, without a final slash
 * @throws FormatError for what is no such archive, has names that lead out of it, or passes a limit
 */
export async function findInZip(
  archive: Uint8Array,
  folder: string,
  limits = ZIP_LIMITS,
): Promise<Changelog | undefined> {
  try {
    return await findBest(archive, `${folder}/`, limits);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('not a zip archive', { cause: error });
  }
}

async function findBest(
  archive: Uint8Array,
  prefix: string,
  limits: typeof ZIP_LIMITS,
): Promise<Changelog | undefined> {
  const zip = await fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength), {
    lazyEntries: true,
  });
  if (zip.entryCount > limits.entries)
    throw new FormatError(`an archive of more than ${limits.entries} entries`);
  let best: { readonly rank: number; readonly name: string; readonly text: string } | undefined;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.startsWith(prefix) ? entry.fileName.slice(prefix.length) : '';
    const rank = changelogRank(name);
    const isBetter = rank < (best?.rank ?? Number.POSITIVE_INFINITY);
    if (!isBetter || entry.uncompressedSize > limits.changelogBytes) continue;
    // It is checked against the size that its header tells: no more can come out of it.
    best = { rank, name, text: await text(await zip.openReadStreamPromise(entry)) };
  }
  return best && { name: best.name, text: best.text };
}
