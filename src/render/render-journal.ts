import { createHash } from 'node:crypto';
import { z } from 'zod';
import { appendFileQuick, readBytesIfThere } from '../platform/files.ts';

const NEWLINE = 0x0a;
const HASH_LENGTH = 64;

/** Documents in a file, a line each: its key, a hash, its HTML as JSON. Of two lines with a key, the later one counts. */
export interface RenderJournal {
  /** Undefined too where the line is damaged. */
  readonly read: (key: string) => Promise<string | undefined>;
  /** Resolves when it is in the file. What comes while that is being written follows all at once. */
  readonly write: (key: string, html: string) => Promise<void>;
  /** Whether there is a line of it; what is damaged shows when it is read. */
  readonly has: (key: string) => Promise<boolean>;
  /** Whether something is yet to be written: until then nobody else should open the file. */
  readonly isBusy: () => boolean;
}

interface Contents {
  readonly bytes: Buffer;
  readonly places: ReadonlyMap<string, readonly [start: number, end: number]>;
}

/** Keys are hashes of 64 hex digits. The file is read when it is first asked, and may vanish. */
export function openRenderJournal(path: string): RenderJournal {
  let opening: Promise<Contents> | undefined;
  // In the file, but not in what was read of it.
  const added = new Set<string>();
  let lastWrite: Promise<void> = Promise.resolve();
  let waiting = 0;
  let next: { readonly lines: string[]; readonly written: Promise<void> } | undefined;

  function contents(): Promise<Contents> {
    opening ??= readContents(path);
    return opening;
  }

  async function read(key: string): Promise<string | undefined> {
    if (added.has(key)) {
      added.clear();
      opening = undefined;
    }
    const { bytes, places } = await contents();
    const [start, end] = places.get(key) ?? [0, 0];
    return unseal(key, bytes.toString('utf8', start, end));
  }

  async function has(key: string): Promise<boolean> {
    return added.has(key) || (await contents()).places.has(key);
  }

  async function write(key: string, html: string): Promise<void> {
    if (next === undefined) {
      const lines: string[] = [];
      next = { lines, written: lastWrite.then(() => append(lines)) };
      lastWrite = next.written;
    }
    next.lines.push(`${seal(key, html)}\n`);
    waiting += 1;
    try {
      await next.written;
    } finally {
      waiting -= 1;
    }
    added.add(key);
  }

  async function append(lines: readonly string[]): Promise<void> {
    await contents();
    next = undefined;
    await appendFileQuick(path, lines.join(''));
  }

  return { read, has, write, isBusy: () => waiting > 0 };
}

async function readContents(path: string): Promise<Contents> {
  const bytes = (await readBytesIfThere(path)) ?? Buffer.alloc(0);
  const places = new Map<string, [start: number, end: number]>();
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    places.set(bytes.toString('latin1', start, start + HASH_LENGTH), [start, end]);
    start = end + 1;
  }
  // A killed run left half a line: nothing must go on in it.
  if (start < bytes.length) await appendFileQuick(path, '\n');
  return { bytes, places };
}

function seal(key: string, html: string): string {
  return sealJson(key, JSON.stringify(html));
}

function unseal(key: string, line: string): string | undefined {
  const json = line.slice(2 * (HASH_LENGTH + 1));
  return line === sealJson(key, json) ? z.string().parse(JSON.parse(json)) : undefined;
}

function sealJson(key: string, json: string): string {
  const hash = createHash('sha256').update(key).update(json).digest('hex');
  return `${key} ${hash} ${json}`;
}
