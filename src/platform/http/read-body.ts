import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { FormatError } from '../errors.ts';

/** A body in pieces. */
export type Bytes = AsyncIterable<Uint8Array>;

interface BodyOptions {
  /** Undefined where the bytes are wanted as they come. */
  readonly decoder: Transform | undefined;
  readonly maxBytes: number;
  /** What is read, for messages. */
  readonly subject: string;
}

const DECODERS = new Map<string, () => Transform | undefined>([
  ['', () => undefined],
  ['identity', () => undefined],
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
]);

/**
 * What undoes a content encoding; undefined for none.
 * @throws FormatError for an encoding that we did not ask for (also several at once)
 */
export function decoderOf(encoding: string | null, subject: string): Transform | undefined {
  const create = DECODERS.get(encoding?.trim().toLowerCase() ?? '');
  if (create === undefined) throw new FormatError(`${subject}: a content encoding that was not asked for`);
  return create();
}

/**
 * Hands a body to a reader, decoded and counted: the cap holds for what arrives and for what it decodes to, so that a small
 * reply cannot become a large one. The body is destroyed when the reader ends, whether well or not.
 * @throws FormatError past the cap
 */
export function readBody<T>(
  body: Readable,
  options: BodyOptions,
  read: (bytes: Bytes) => Promise<T>,
): Promise<T> {
  const { decoder, maxBytes, subject } = options;
  const cap = (source: Bytes) => capped(source, maxBytes, subject);
  return decoder === undefined ? pipeline(body, cap, read) : pipeline(body, cap, decoder, cap, read);
}

/** All of a body in one piece. */
export async function collect(bytes: Bytes): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* capped(source: Bytes, maxBytes: number, subject: string): Bytes {
  let total = 0;
  for await (const piece of source) {
    total += piece.length;
    if (total > maxBytes) throw new FormatError(`${subject}: larger than ${maxBytes} bytes`);
    yield piece;
  }
}
