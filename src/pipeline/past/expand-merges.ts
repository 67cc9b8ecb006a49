import type { DataCommit, FileChange } from './data-commit.ts';
import { readLog } from './read-log.ts';

/**
 * Puts the commits that a merge brought along before it: who has committed a watchlist here, and pulls what a run has pushed
 * meanwhile, merges runs into the first parent's line. What the merge itself did beyond that stays with it.
 */
export async function expandMerges(
  root: string,
  commits: readonly DataCommit[],
  paths: readonly string[],
): Promise<DataCommit[]> {
  const all: DataCommit[] = [];
  for (const commit of commits) {
    const isMerge = commit.parents.length > 1 && commit.operation === undefined;
    const brought = isMerge ? await broughtBy(root, commit, paths) : undefined;
    if (brought === undefined) {
      all.push(commit);
      continue;
    }
    all.push(...brought);
    const files = remaining(commit.files, brought);
    if (files.length > 0) all.push({ ...commit, files });
  }
  return all;
}

async function broughtBy(
  root: string,
  { parents: [first = '', ...others], files }: DataCommit,
  paths: readonly string[],
): Promise<DataCommit[] | undefined> {
  for (const other of others) {
    const side = await expandMerges(root, await readLog(root, [other, `^${first}`], paths), paths);
    if (side.some(({ operation }) => operation !== undefined) && isEnough(files, side)) return side;
  }
  return undefined;
}

// A watchlist may be joined of both sides; the rest must be as one of them has it.
function isEnough(files: readonly FileChange[], side: readonly DataCommit[]): boolean {
  return remaining(files, side).every(({ path }) => path.startsWith('watchlists/'));
}

function remaining(files: readonly FileChange[], brought: readonly DataCommit[]): FileChange[] {
  const net = new Map<string, FileChange>();
  for (const { path, before, after } of brought.flatMap((one) => one.files)) {
    net.set(path, { path, before: net.has(path) ? net.get(path)?.before : before, after });
  }
  const rest: FileChange[] = [];
  for (const file of files) {
    const done = net.get(file.path);
    if (done === undefined) rest.push(file);
    else if (done.after !== file.after) rest.push({ ...file, before: done.after });
    net.delete(file.path);
  }
  // Done by the side, and undone by the merge.
  const undone = [...net.values()].filter(({ before, after }) => before !== after);
  return [...rest, ...undone.map(({ path, before, after }) => ({ path, before: after, after: before }))];
}
