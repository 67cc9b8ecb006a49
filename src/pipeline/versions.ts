import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SchemeId } from '../core/watchlist.ts';
import { ConfigError } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import type { Scheme } from '../versions/scheme.ts';
import { SCHEMES } from '../versions/schemes.ts';

interface Streams {
  /** Text, not bytes. */
  readonly input: Readable;
  readonly output: Writable;
  readonly log: Log;
}

type Lines = AsyncIterable<readonly string[]>;

const VERBS = new Map([
  ['compare', compareLines],
  ['sort', sortLines],
]);
const AT_ONCE = 10_000;

/**
 * Compares or sorts the versions on the lines of a stream.
 * @param words the verb and the scheme
 * @throws ConfigError for an unknown verb or scheme
 */
export async function runVersions(words: readonly string[], streams: Streams): Promise<void> {
  const { verb, scheme } = readWords(words);
  const { input, output, log } = streams;
  try {
    await pipeline(input, (chunks) => verb(linesOf(chunks), scheme, log), output, { end: false });
  } catch (error) {
    // Whoever read our words has seen enough: `| head`.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

function readWords([verbName = '', schemeName = '', ...more]: readonly string[]) {
  const verb = VERBS.get(verbName);
  if (verb === undefined) {
    const remedy = `name one of: ${[...VERBS.keys()].join(', ')}`;
    throw new ConfigError(`versions: “${verbName}” is nothing that can be done with versions`, { remedy });
  }
  const scheme = SchemeId.safeParse(schemeName);
  if (!scheme.success) {
    const remedy = `name one of: ${SchemeId.options.join(', ')}`;
    throw new ConfigError(`versions: there is no scheme “${schemeName}”`, { remedy });
  }
  if (more.length > 0) {
    const remedy = 'give the versions on standard input, one line each';
    throw new ConfigError(`versions: “${more.join(' ')}” is too much`, { remedy });
  }
  return { verb, scheme: SCHEMES[scheme.data] };
}

async function* compareLines(lines: Lines, scheme: Scheme): AsyncGenerator<string> {
  for await (const some of lines) yield asText(some.map((line) => verdictOn(line, scheme)));
}

function verdictOn(line: string, scheme: Scheme): string {
  const [a = '', b, ...more] = line.split('\t');
  if (b === undefined || more.length > 0) return 'invalid';
  return String(scheme.precedence(a, b) ?? 'invalid');
}

async function* sortLines(lines: Lines, scheme: Scheme, log: Log): AsyncGenerator<string> {
  const all: string[] = [];
  for await (const some of lines) for (const line of some) all.push(line);
  const sorted = scheme.sort(all);
  const valid = sorted.findIndex((text) => scheme.facts(text) !== undefined);
  const invalid = valid < 0 ? sorted.length : valid;
  for (const part of [sorted.slice(invalid), sorted.slice(0, invalid)]) {
    for (let i = 0; i < part.length; i += AT_ONCE) yield asText(part.slice(i, i + AT_ONCE));
  }
  if (invalid > 0) log(`${invalid} of ${all.length} lines are no versions of ${scheme.id}`);
}

function asText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

// Many at once: a million single steps of a stream would cost more than the comparisons.
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const chunk of chunks) {
    rest += chunk;
    if (!chunk.includes('\n')) continue;
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}
