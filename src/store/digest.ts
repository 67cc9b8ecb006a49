import { createHash } from 'node:crypto';

/** One text for the bytes of a package's files, given by what follows its name: `''` is the header, `'@2026'` a shard. */
export function digestOf(files: Iterable<readonly [string, string]>): string {
  const hash = createHash('sha256');
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [suffix, text] of sorted) hash.update(`${suffix}\0${Buffer.byteLength(text)}\0`).update(text);
  return hash.digest('hex');
}
