import { join } from 'node:path';
import { ConfigError } from '../../platform/errors.ts';
import { listFiles, readFileIfThere } from '../../platform/files.ts';
import { GitError, git } from '../../platform/git.ts';
import { readObjects } from '../../platform/git-objects.ts';
import { LEDGER_PATH } from '../../store/paths.ts';
import type { DataCommit } from '../past/data-commit.ts';
import { expandMerges } from '../past/expand-merges.ts';
import { findCommit } from '../past/find-commit.ts';
import { AS_IT_WAS, readLog } from '../past/read-log.ts';
import { refuseShallow } from '../past/refuse-shallow.ts';
import { type Followed, followedBy, isWatchlist } from '../past/workspace-of.ts';
import { compareLines } from './compare-lines.ts';
import { linesOf, type PastState } from './past-state.ts';
import type { Problem, Report } from './problem.ts';
import { isGuarded } from './read-difference.ts';
import { type Beginnings, createReplay, isRun } from './replay.ts';

export interface VerifyOptions {
  /** A commit that somebody noted: it must still be part of the past. */
  readonly since?: string | undefined;
  readonly onProgress?: (done: number, all: number) => void;
}

/** What verifying came to. */
export interface VerifyReport extends Beginnings {
  readonly head: string;
  readonly commits: number;
  readonly packages: number;
  /** Lines of the ledger that were made again, or taken over. */
  readonly lines: number;
  readonly problems: readonly Problem[];
}

/**
 * Makes the ledger again from the commits alone and compares it, line by line, with what each commit says and with the disk.
 * @throws ConfigError if the clone is shallow, or holds no commit
 */
export async function verify(root: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  await refuseShallow(root);
  const head = await findCommit(root, 'HEAD');
  if (head === undefined) {
    throw new ConfigError('there is no commit yet', { remedy: 'fetch first: npm run fetch -- --commit' });
  }
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const commits = await expandMerges(root, await readLog(root, [head], ['data']), ['data']);
  const { state, beginnings } = await replayAll(root, commits, report, options);
  await compareDisk(root, state, report);
  if (options.since !== undefined) await checkSince(root, options.since, head, beginnings, report);
  const lines = [...state.rebuilt.values()].reduce((sum, changes) => sum + changes.length, 0);
  return { head, ...beginnings, commits: commits.length, packages: state.packages.size, lines, problems };
}

/** One pass: each commit asks for what it touched, and for the watchlists that no commit before it had. */
async function replayAll(
  root: string,
  commits: readonly DataCommit[],
  report: Report,
  { onProgress }: VerifyOptions,
) {
  const lists = new Map<string, string>();
  const asked = new Set<string>();
  const wanted = commits.map((commit) => blobsOf(commit, asked));
  const objects = readObjects(root, wanted.flat());
  const replay = createReplay(report);
  let followed: { readonly of: ReadonlyMap<string, string>; readonly is: Followed } | undefined;
  for (const [index, commit] of commits.entries()) {
    const texts = new Map<string, string>();
    for (const blob of wanted[index] ?? []) {
      const text = (await objects.next()).value?.toString('utf8') ?? '';
      if ([...commit.watchlists.values()].includes(blob)) lists.set(blob, text);
      else texts.set(blob, text);
    }
    if (isRun(commit) && followed?.of !== commit.watchlists) {
      const all = [...commit.watchlists].filter(([path]) => isWatchlist(path));
      const is = followedBy(new Map(all.map(([path, blob]) => [path, lists.get(blob) ?? ''])));
      followed = { of: commit.watchlists, is };
    }
    replay.apply(commit, (blob) => texts.get(blob) ?? '', followed?.is);
    onProgress?.(index + 1, commits.length);
  }
  // Lets the process end, and tells if it did so with an error.
  await objects.next();
  return replay.finish();
}

function blobsOf(commit: DataCommit, asked: Set<string>): string[] {
  const own = commit.files.filter(({ path }) => isGuarded(path)).flatMap(({ after }) => after ?? []);
  const lists = isRun(commit) ? [...commit.watchlists].filter(([path]) => isWatchlist(path)) : [];
  const fresh = lists.map(([, blob]) => blob).filter((blob) => !asked.has(blob));
  for (const blob of fresh) asked.add(blob);
  return [...new Set([...own, ...fresh])];
}

async function compareDisk(root: string, { ledger }: PastState, report: Report): Promise<void> {
  const folder = join(root, 'data', LEDGER_PATH);
  const onDisk = (await listFiles(folder)).map((name) => `${LEDGER_PATH}/${name}`);
  for (const path of [...new Set([...ledger.keys(), ...onDisk])].sort()) {
    const committed = ledger.get(path) ?? '';
    const there = (await readFileIfThere(join(root, 'data', path))) ?? '';
    if (there === committed) continue;
    for (const difference of compareLines(linesOf(committed), linesOf(there))) {
      report({ path, ...difference, problem: `edited and not committed: ${difference.problem}` });
    }
  }
}

async function checkSince(
  root: string,
  since: string,
  head: string,
  { anew }: Beginnings,
  report: Report,
): Promise<void> {
  const noted = await findCommit(root, since);
  if (noted === undefined)
    return report({ problem: `the past was rewritten: there is no commit ${since} any more` });
  if (!(await isAncestor(root, noted, head))) {
    return report({
      commit: noted,
      problem: 'the past was rewritten: HEAD does not descend from this commit',
    });
  }
  if (anew !== undefined && !(await isAncestor(root, anew, noted))) {
    report({ commit: anew, problem: `the ledger was begun anew here, after ${noted}` });
  }
}

async function isAncestor(root: string, older: string, newer: string): Promise<boolean> {
  try {
    await git(root, ['merge-base', '--is-ancestor', older, newer], AS_IT_WAS);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}
