/** Reads a stream of bytes piece by piece. */
export interface ByteReader {
  /** Up to the next line feed, without it; undefined at the end. */
  readonly line: () => Promise<string | undefined>;
  /** So many bytes. */
  readonly bytes: (count: number) => Promise<Buffer>;
}

const LINE_FEED = 10;

/** @throws Error from `bytes`, if the stream ends within them */
export function startByteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  async function next(): Promise<Buffer | undefined> {
    const { done, value } = await chunks.next();
    return done === true ? undefined : value;
  }

  async function line(): Promise<string | undefined> {
    let end = rest.indexOf(LINE_FEED);
    while (end < 0) {
      const chunk = await next();
      if (chunk === undefined) return undefined;
      rest = Buffer.concat([rest, chunk]);
      end = rest.indexOf(LINE_FEED);
    }
    const text = rest.toString('utf8', 0, end);
    rest = rest.subarray(end + 1);
    return text;
  }

  async function bytes(count: number): Promise<Buffer> {
    const parts = [rest];
    let length = rest.length;
    while (length < count) {
      const chunk = await next();
      if (chunk === undefined) throw new Error(`the stream ended ${count - length} bytes too early`);
      parts.push(chunk);
      length += chunk.length;
    }
    const all = parts.length === 1 ? rest : Buffer.concat(parts);
    rest = all.subarray(count);
    return all.subarray(0, count);
  }

  return { line, bytes };
}
