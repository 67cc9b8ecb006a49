import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { applyAnswers } from '../../../src/pipeline/apply-answers.ts';
import { createCommitter } from '../../../src/pipeline/committer.ts';
import { type VerifyOptions, type VerifyReport, verify } from '../../../src/pipeline/verify/verify.ts';
import { openWorkspace } from '../../../src/pipeline/workspace.ts';
import type { Fetched } from '../../../src/sources/source.ts';
import { hoursLater } from '../../build-release.ts';
import { aRepository, type Repository } from '../a-repository.ts';

export const A = 'pkg:npm/a';
export const B = 'pkg:npm/b';

/** Where the tests' packages and their first days lie. */
export const FILE_A = 'data/releases/npm/a.json';
export const FILE_B = 'data/releases/npm/b.json';
export const DAY_1 = 'data/changes/2026/11/01.jsonl';
export const DAY_2 = 'data/changes/2026/11/02.jsonl';

/** A repository whose history runs have made. */
export interface History extends Repository {
  /** Applies answers as a run of that hour does, and commits. Gives the new commits' ids, oldest first. */
  readonly run: (answers: Readonly<Record<string, Fetched>>, hours: number) => Promise<string[]>;
  readonly read: (path: string) => string;
  /** Rewrites a file. */
  readonly edit: (path: string, change: (text: string) => string) => void;
  /** Commits all of data/, by hand unless a message with trailers is given. Gives the id. */
  readonly commit: (message?: string, at?: string) => string;
  readonly verify: (options?: VerifyOptions) => Promise<VerifyReport>;
  readonly head: () => string;
}

const FOLLOWED = `title: Main\nprojects:\n  - ${A}\n  - ${B}\n`;

export async function aHistory(test: TestContext, watchlist = FOLLOWED): Promise<History> {
  const repository = await aRepository(test, { 'data/watchlists/main.yml': watchlist });
  return historyIn(repository);
}

/** The same for a folder that is a clone. */
export function historyIn({ root, git, write }: Repository): History {
  const head = () => git('rev-parse', 'HEAD').trim();
  const read = (path: string) => readFileSync(join(root, path), 'utf8');

  async function run(answers: Readonly<Record<string, Fetched>>, hours: number): Promise<string[]> {
    const before = head();
    const at = hoursLater(hours);
    const fetched = new Map(Object.entries(answers));
    const all = { startedAt: at, at, base: before, fetched, requests: {} };
    const openCommitter = (moment: string) => createCommitter(root, moment);
    await applyAnswers(await openWorkspace(root), all, { openCommitter });
    return git('rev-list', '--reverse', `${before}..HEAD`)
      .split('\n')
      .filter((id) => id !== '');
  }

  function commit(message = 'By hand', at = hoursLater(10_000)): string {
    git('add', '--all', 'data');
    execFileSync('git', ['commit', '--quiet', '--allow-empty', '--message', message], {
      cwd: root,
      env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    });
    return head();
  }

  return {
    ...{ root, git, write, head, read, run, commit },
    edit: (path, change) => write(path, change(read(path))),
    verify: (options) => verify(root, options),
  };
}

/** The message of a commit that claims to be a run’s. */
export function claiming(operation: string, hours: number): string {
  return `data: made up\n\nRun: ${hoursLater(hours)}\nData-Op: ${operation}\n`;
}

/** The problems as `commit path:line problem`, the commit as the name that the test gave it. */
export function told({ problems }: VerifyReport, names: Readonly<Record<string, string>>): string[] {
  const nameOf = new Map(Object.entries(names).map(([name, id]) => [id, name]));
  return problems.map(({ commit, path, line, problem }) => {
    const who = commit === undefined ? 'disk' : (nameOf.get(commit) ?? commit);
    const place = [path, line].filter((part) => part !== undefined).join(':');
    return [who, place, problem].filter((part) => part !== '').join(' ');
  });
}
