import { FormatError, HostError } from '../../platform/errors.ts';

const SHORTEST = 4;
const SPECIAL = new Set([0, 1, 2]);

/**
 * Checks that a reply of a git server is whole: packets of the lengths that they tell, up to the flush at its end. The library
 * takes a reply that breaks off for a short one. https://git-scm.com/docs/gitprotocol-common#_pkt_line_format
 * @returns how many packets have content
 * @throws FormatError, and HostError for what the server says instead
 */
export function checkPackets(body: Uint8Array, subject: string): number {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let place = 0;
  let contents = 0;
  let isFlush = false;
  while (place < bytes.length) {
    const header = bytes.toString('latin1', place, place + SHORTEST);
    const length = /^[\da-f]{4}$/i.test(header) ? Number.parseInt(header, 16) : 3;
    isFlush = length === 0;
    if (length < SHORTEST && !SPECIAL.has(length)) {
      throw new FormatError(`${subject}: not the reply of a git server`);
    }
    if (bytes.toString('latin1', place + SHORTEST, place + SHORTEST + 4) === 'ERR ' && length > 0) {
      throw new HostError(`${subject}: the git server refuses`);
    }
    if (length > SHORTEST) contents += 1;
    place += Math.max(length, SHORTEST);
  }
  if (!isFlush) throw new FormatError(`${subject}: the reply of the git server breaks off`);
  return contents;
}
