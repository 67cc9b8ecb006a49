import { z } from 'zod';
import { type Instant, toInstant } from '../../core/instant.ts';
import { FormatError } from '../../platform/errors.ts';
import { parseJson } from '../../platform/http/parse-json.ts';

/** What an index says of one version. */
export interface IndexEntry {
  readonly version: string;
  /** What the line says beyond that; absent where it is malformed. */
  readonly details?: {
    /** The crate as it is spelt. */
    readonly name: string;
    /** SHA-256 of its file, as hex. */
    readonly checksum: string;
    readonly isYanked: boolean;
    readonly publishedAt: Instant | undefined;
  };
}

const Version = z.object({ vers: z.string().regex(/^\d+\.\d+\.\d+[\dA-Za-z.+-]{0,200}$/) });

// Since the end of 2025 lines have a pubtime: https://doc.rust-lang.org/cargo/reference/registry-index.html#json-schema
const Details = z
  .object({
    name: z.string().regex(/^[\w-]+$/),
    cksum: z.string().regex(/^[\da-f]{64}$/i),
    yanked: z.boolean().default(false),
    pubtime: z.unknown().optional(),
  })
  .transform(({ name, cksum, yanked, pubtime }) => ({
    name,
    checksum: cksum.toLowerCase(),
    isYanked: yanked,
    publishedAt: toInstant(pubtime),
  }));

const NEW_LINE = 0x0a;

/**
 * Reads the file of a crate, a JSON object a line and oldest first. What is malformed is dropped and counted, but for
 * the version itself if that can be read: leaving it out would look like a withdrawal.
 * @throws FormatError where not one line can be read
 */
export function readIndex(
  bytes: Uint8Array,
  subject: string,
): { readonly entries: readonly IndexEntry[]; readonly dropped: number } {
  const entries: IndexEntry[] = [];
  let dropped = 0;
  for (const line of linesOf(bytes)) {
    const entry = readLine(line, subject);
    if (entry?.details === undefined) dropped += 1;
    if (entry !== undefined) entries.push(entry);
  }
  if (entries.length === 0) throw new FormatError(`${subject}: the reply is no file of an index`);
  return { entries, dropped };
}

function readLine(line: Uint8Array, subject: string): IndexEntry | undefined {
  const json = parseLine(line, subject);
  const version = Version.safeParse(json).data?.vers;
  if (version === undefined) return undefined;
  const details = Details.safeParse(json).data;
  return { version, ...(details && { details }) };
}

function parseLine(line: Uint8Array, subject: string): unknown {
  try {
    return parseJson(line, subject);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEW_LINE, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte > 0x20)) yield line;
    start = end + 1;
  }
}
