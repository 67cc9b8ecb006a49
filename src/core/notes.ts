import { hash } from 'node:crypto';

const MOST_BYTES = 256 * 1024;

/** Notes as they are stored: raw lines and, where they were cut, the hash of the whole. */
export interface StoredNotes {
  readonly notes?: string[];
  readonly notesCut?: string;
}

/** Raw notes as lines: CRLF as LF, otherwise untouched, at most 256 KiB, cut at a line. Empty text has no lines. */
export function toStoredNotes(text: string): StoredNotes {
  const whole = text.replaceAll('\r\n', '\n');
  if (whole === '') return {};
  const lines = whole.split('\n');
  let bytes = 0;
  const end = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes - 1 > MOST_BYTES;
  });
  if (end < 0) return { notes: lines };
  // A single line longer than the cap is cut within; the hash tells that something is missing.
  const kept = end === 0 ? [cutLine(lines[0] ?? '')] : lines.slice(0, end);
  return { notes: kept, notesCut: notesHash(whole) };
}

function cutLine(line: string): string {
  return new TextDecoder().decode(Buffer.from(line).subarray(0, MOST_BYTES)).replace(/�+$/, '');
}

/** `sha256:<hex>` of notes as text. */
export function notesHash(text: string): string {
  return `sha256:${hash('sha256', text)}`;
}
