import { join } from 'node:path';
import { ConfigError } from '../../platform/errors.ts';
import { removeFolder } from '../../platform/files.ts';
import { GitError, git } from '../../platform/git.ts';
import { pauseBeforeTry } from '../../platform/pause.ts';
import type { Answers } from '../answers/answers.ts';
import { writeAnswers } from '../answers/files.ts';
import { applyAnswers, type Outcome } from '../apply-answers.ts';
import { createCommitter } from '../committer.ts';
import { planFetch } from '../fetch-plan.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';
import { type Branch, localBranch, remoteBranch } from './branch.ts';
import { land } from './land.ts';
import { takeBackLanding } from './landing.ts';
import { openRunTree, type RunTree } from './run-tree.ts';
import { findSuperseded } from './superseded.ts';

/** What lets a run write commits: a worktree of its own, and the branch that they go to. */
export interface Writer {
  readonly branch: Branch;
  readonly tree: RunTree;
  /** The commit whose data/ the run asks about. */
  readonly base: string;
  /** Watchlists that are others here than on the branch: the run reads those on the branch. */
  readonly differingLists: readonly string[];
  /** The worktree as a place to work in, as it stands now. */
  readonly workspace: () => Promise<Workspace>;
  /** Where the answers are kept until they have landed. */
  readonly answers: string;
}

/**
 * Opens the writer of a project and brings its worktree to the newest commit.
 * @throws ConfigError if this is no git repository, or edited files of data/ would be in the way
 */
export async function openWriter({ root, cache }: Workspace, to: 'commit' | 'push'): Promise<Writer> {
  if ((await headOf(root)) === undefined) {
    throw new ConfigError('there is no commit yet to write upon', {
      remedy: 'commit your watchlist first: git add data && git commit',
    });
  }
  if (to === 'commit') {
    await takeBackLanding(root);
    await refuseEdited(root);
  }
  const branch = await (to === 'push' ? remoteBranch(root) : localBranch(root));
  const base = await branch.head();
  const tree = await openRunTree(root, cache);
  await tree.reset(base);
  // The cache and npm’s configuration are those of the person’s folder.
  const workspace = async () => ({ ...(await openWorkspace(tree.folder)), cache });
  const differingLists = (
    await git(root, ['diff', '--name-only', '-z', base, '--', 'data/watchlists'])
  ).split('\0');
  const answers = join(cache, 'run', 'answers');
  return {
    branch,
    tree,
    base,
    differingLists: differingLists.filter((path) => path !== ''),
    workspace,
    answers,
  };
}

// Commits hold what a run wrote; and whoever makes the ledger again reads the watchlists of the same commits.
async function refuseEdited(root: string): Promise<void> {
  const args = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', 'data'];
  const edited = (await git(root, args)).split('\0').filter((line) => line !== '');
  if (edited.length === 0) return;
  const paths = edited.map((line) => line.slice(3)).join(', ');
  throw new ConfigError(`${paths}: modified, but not committed`, {
    remedy: 'commit these files (git add data && git commit) or restore them, then run again with --commit',
  });
}

/** What came of landing answers. */
export interface Landing {
  readonly outcome: Outcome;
  readonly superseded: number;
  readonly commit: string | undefined;
  readonly differingLists: readonly string[];
}

/**
 * Applies answers to the branch, however often it moves on meanwhile. They are kept on disk until they have landed.
 * @throws HostError if they could not land
 */
export async function landAnswers(
  writer: Writer,
  answers: Answers,
  accepted: ReadonlySet<string> = new Set(),
): Promise<Landing> {
  const { branch, tree } = writer;
  await writeAnswers(writer.answers, 'last', answers);
  const apply = async () => {
    const workspace = await writer.workspace();
    const packages = planFetch(workspace.projects).map((one) => one.package);
    const superseded = await findSuperseded(tree.folder, packages, answers);
    const openCommitter = (at: string) => createCommitter(tree.folder, at);
    return {
      outcome: await applyAnswers(workspace, answers, { openCommitter, superseded, accepted }),
      superseded,
    };
  };
  const { result, commit } = await land(branch, tree, apply, pauseBeforeTry);
  await removeFolder(writer.answers);
  const { differingLists } = writer;
  return { outcome: result.outcome, superseded: result.superseded.size, commit, differingLists };
}

/** The commit that is checked out; undefined where there is none, or no repository. */
export async function headOf(root: string): Promise<string | undefined> {
  try {
    return (await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
