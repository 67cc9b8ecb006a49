import { toInstant } from '../../core/instant.ts';
import { git } from '../../platform/git.ts';
import type { DataCommit, FileChange } from './data-commit.ts';

type Logged = Omit<DataCommit, 'watchlists' | 'files'> & { readonly files: FileChange[] };

const TRAILERS = ['Run', 'Data-Op', 'Package'].map(
  (key) => `%(trailers:key=${key},valueonly,unfold,separator=%x2C)`,
);
const FORMAT = ['commit %H', '%ct', '%P', ...TRAILERS].join('%n');

// Whatever this machine's configuration says: first commits and merges are shown against what was before, and nothing is replaced.
const LOG = [
  ...['-c', 'log.showRoot=true', 'log', '--reverse', '--first-parent', '-m', '--raw', '-r', '-z'],
  ...['--no-renames', '--no-abbrev', '--no-show-signature', '--relative', `--format=${FORMAT}`],
];

/** Nobody’s local replacements of objects are the past. */
export const AS_IT_WAS = { environment: { GIT_NO_REPLACE_OBJECTS: '1' } } as const;

/**
 * The commits of a range that touch some paths, oldest first, along first parents.
 * @param range commit ids, those to leave out with `^`
 * @param paths pathspecs, from the project folder on
 */
export async function readLog(
  root: string,
  range: readonly string[],
  paths: readonly string[],
): Promise<DataCommit[]> {
  const text = await git(root, [...LOG, '--end-of-options', ...range, '--', ...paths], AS_IT_WAS);
  const commits = parseLog(text);
  const before = commits[0]?.parents[0];
  return addWatchlists(commits, before === undefined ? [] : await listTree(root, before, 'watchlists'));
}

/** The files of a folder of data/ in a commit: path below data/, and blob. */
export async function listTree(root: string, commit: string, folder: string): Promise<[string, string][]> {
  const args = ['ls-tree', '-z', '--end-of-options', commit, `data/${folder}/`];
  const lines = (await git(root, args, AS_IT_WAS)).split('\0').filter((line) => line !== '');
  return lines.map((line) => {
    const [head = '', path = ''] = line.split('\t');
    return [path.slice('data/'.length), head.split(' ')[2] ?? ''];
  });
}

function addWatchlists(
  commits: readonly Logged[],
  before: Iterable<readonly [string, string]>,
): DataCommit[] {
  let watchlists = new Map(before);
  return commits.map((commit) => {
    const changed = commit.files.filter(({ path }) => path.startsWith('watchlists/'));
    if (changed.length > 0) watchlists = new Map(watchlists);
    for (const { path, after } of changed) {
      if (after === undefined) watchlists.delete(path);
      else watchlists.set(path, after);
    }
    return { ...commit, watchlists };
  });
}

/** Reads what git log wrote in the form above. */
function parseLog(text: string): Logged[] {
  const commits: Logged[] = [];
  const fields = text.split('\0').values();
  for (const field of fields) {
    const token = field.replace(/^\n/, '');
    if (token.startsWith('commit ')) commits.push(parseCommit(token));
    // The path is a field of its own: it may begin like anything.
    else if (token.startsWith(':')) commits.at(-1)?.files.push(parseFile(token, fields.next().value ?? ''));
  }
  return commits;
}

function parseCommit(token: string): Logged {
  const [id = '', seconds = '', parents = '', run = '', operation = '', purl = ''] = token.split('\n');
  return {
    id: id.slice('commit '.length),
    parents: parents.split(' ').filter((parent) => parent !== ''),
    // A date that is none of this age is nobody's observation.
    at: toInstant(new Date(Number(seconds) * 1000).toISOString()) ?? '1980-01-01T00:00:00Z',
    run: run === '' ? undefined : run,
    operation: operation === '' ? undefined : operation,
    package: purl === '' ? undefined : purl,
    files: [],
  };
}

function parseFile(token: string, path: string): FileChange {
  const [, , before = '', after = ''] = token.split(' ');
  return { path: path.replace(/^data\//, ''), before: blobOf(before), after: blobOf(after) };
}

function blobOf(id: string): string | undefined {
  return /^0+$/.test(id) ? undefined : id;
}
