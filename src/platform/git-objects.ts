import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { startByteReader } from './byte-reader.ts';
import { ConfigError } from './errors.ts';
import { GitError, startGit } from './git.ts';

const AT_ONCE = 256;

/**
 * The contents of objects, in the order in which they are asked for, by one process however many there are. Requests are written
 * while answers are read, so that neither side waits for the other.
 * @throws ConfigError if the repository lacks one
 */
export async function* readObjects(folder: string, ids: readonly string[]): AsyncGenerator<Buffer> {
  if (ids.length === 0) return;
  const environment = { GIT_NO_REPLACE_OBJECTS: '1' };
  const child = startGit(folder, ['cat-file', '--batch', '--buffer'], { environment });
  const closed = once(child, 'close');
  const said = text(child.stderr);
  // Both are waited for below, unless the reader stops before.
  closed.catch(() => {});
  const asking = pipeline(Readable.from(requests(ids)), child.stdin).catch(() => {});
  const reader = startByteReader(child.stdout);
  try {
    for (const id of ids) {
      const header = await reader.line();
      const size = /^[0-9a-f]+ [a-z]+ (\d+)$/.exec(header ?? '')?.[1];
      if (size === undefined) throw await lacking(id, header, said);
      yield await reader.bytes(Number(size));
      await reader.bytes(1);
    }
    await asking;
    await closed;
  } finally {
    child.kill();
  }
}

function* requests(ids: readonly string[]): Generator<string> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    yield `${ids.slice(start, start + AT_ONCE).join('\n')}\n`;
  }
}

async function lacking(id: string, header: string | undefined, said: Promise<string>): Promise<Error> {
  if (header === undefined) return new GitError('cat-file', (await said).trim(), undefined);
  return new ConfigError(`git lacks the object ${id}: ${header}`, {
    remedy: 'look at the repository with git fsck, or clone it anew',
  });
}
