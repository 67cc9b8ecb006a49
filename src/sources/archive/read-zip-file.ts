import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { FormatError } from '../../platform/errors.ts';
import { ZIP_LIMITS } from './find-in-zip.ts';

const MOST_BYTES = 1024 * 1024;

/**
 * The first file of a zip archive whose name is wanted. Nothing is unpacked to disk. Undefined if there is none.
 * @throws FormatError for what is no such archive, has too many entries, or a wanted file of more than a megabyte
 */
export async function readZipFile(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<Uint8Array | undefined> {
  try {
    return await readFirst(archive, isWanted);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('not a zip archive', { cause: error });
  }
}

async function readFirst(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<Uint8Array | undefined> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  if (zip.entryCount > ZIP_LIMITS.entries)
    throw new FormatError(`an archive of more than ${ZIP_LIMITS.entries} entries`);
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    // It is checked against the size that its header tells: no more can come out of it.
    if (entry.uncompressedSize > MOST_BYTES) throw new FormatError('a file that is too large');
    return buffer(await zip.openReadStreamPromise(entry));
  }
  return undefined;
}
