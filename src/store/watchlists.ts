import { basename, join } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { NamedList, Problem } from '../core/project.ts';
import { Watchlist } from '../core/watchlist.ts';
import { ConfigError } from '../platform/errors.ts';
import { listFiles, readFileIfThere } from '../platform/files.ts';
import { WATCHLISTS_PATH } from './paths.ts';

const MOST_BYTES = 256 * 1024;

interface OpenList {
  readonly path: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** The watchlists of a data folder, and a way to tell a problem's place in its file. */
export interface Watchlists {
  readonly lists: readonly NamedList[];
  /** Everything that is wrong in the files themselves. */
  readonly problems: readonly Problem[];
  /** One line a problem: file, line, path, problem and remedy. */
  readonly describe: (problem: Problem) => string;
}

/**
 * Reads data/watchlists/*.yml and finds all that is wrong at once.
 * @throws ConfigError if there is no list at all
 */
export async function readWatchlists(data: string): Promise<Watchlists> {
  const folder = join(data, WATCHLISTS_PATH);
  const names = (await listFiles(folder)).filter((name) => /^[^/]+\.ya?ml$/.test(name));
  if (names.length === 0) {
    throw new ConfigError(`${folder} holds no watchlist`, {
      remedy: 'create main.yml there: a title and a list of projects',
    });
  }
  const open = new Map<string, OpenList>();
  const lists: NamedList[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (name.endsWith('.yaml'))
      throw new ConfigError(`${path} is not read`, { remedy: 'rename it to end in .yml' });
    const list = basename(name, '.yml');
    problems.push(...misnamed(list));
    const read = parseWatchlist(list, (await readFileIfThere(path)) ?? '');
    open.set(list, { path, ...read });
    problems.push(...read.problems);
    if (read.watchlist !== undefined) lists.push({ list, watchlist: read.watchlist });
  }
  return { lists, problems, describe: (problem) => describe(problem, open.get(problem.list)) };
}

/** Whether a list may be called so: its page and its feeds are found under it. */
export function isListName(list: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,63}$/.test(list);
}

function misnamed(list: string): Problem[] {
  if (isListName(list)) return [];
  const problem =
    'the name of the file is an address on the site, and may hold lower-case letters, digits, “-”, “_” and “.” only';
  return [{ list, path: [], problem, remedy: 'rename it, such as to platform-team.yml' }];
}

/** One watchlist out of its text: the list if it is right, else every problem. */
export function parseWatchlist(list: string, text: string) {
  const lines = new LineCounter();
  const isLarge = Buffer.byteLength(text) > MOST_BYTES;
  // No aliases: they are how a small file becomes a large one.
  const document = parseDocument(isLarge ? '' : text, { lineCounter: lines, uniqueKeys: true, strict: true });
  const problems: Problem[] = [];
  if (isLarge)
    problems.push({
      list,
      path: [],
      problem: 'is larger than 256 KB',
      remedy: 'split it into several lists',
    });
  for (const error of [...document.errors, ...document.warnings]) {
    problems.push({
      list,
      path: [],
      line: error.linePos?.[0].line ?? 1,
      problem: `no valid YAML: ${error.message.split('\n')[0]}`,
      remedy: 'mend the line; indentation is two spaces, keys are unique',
    });
  }
  if (problems.length > 0) return { document, lines, problems, watchlist: undefined };
  try {
    const parsed = Watchlist.safeParse(document.toJS({ maxAliasCount: 0 }));
    if (parsed.success) return { document, lines, problems, watchlist: parsed.data };
    problems.push(...parsed.error.issues.flatMap((issue) => explain(list, issue)));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    problems.push({ list, path: [], problem, remedy: 'write the values out; aliases are not allowed' });
  }
  return { document, lines, problems, watchlist: undefined };
}

type Issue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
};

// A union reports each of its branches: the one that got furthest is what the person meant.
function explain(list: string, issue: Issue, above: readonly (string | number)[] = []): Problem[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  if (issue.errors !== undefined) {
    const branches = issue.errors.filter((branch) =>
      branch.some((inner) => inner.path.length > 0 || inner.keys),
    );
    const meant = branches[0] ?? issue.errors[0] ?? [];
    return meant.flatMap((inner) => explain(list, inner, path));
  }
  if (issue.keys !== undefined) {
    const remedy = 'remove it, or look its name up in docs/configuration.md';
    return issue.keys.map((key) => ({
      list,
      path: [...path, key],
      problem: `“${key}” is not a known key`,
      remedy,
    }));
  }
  return [{ list, path, problem: issue.message, remedy: 'see docs/configuration.md for what belongs there' }];
}

function describe({ list, path, line: known, problem, remedy }: Problem, open: OpenList | undefined): string {
  const where = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
  const line = known ?? (open === undefined ? 1 : lineOf(open, path));
  return `${open?.path ?? list}:${line}: ${where === '' ? '' : `${where}: `}${problem}. Remedy: ${remedy}.`;
}

function lineOf({ document, lines }: OpenList, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const start = startOf(document, path.slice(0, length));
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

// A key is found by itself: its value may begin on a later line.
function startOf(document: Document, path: readonly (string | number)[]): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined;
  const node = pair?.key ?? document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
