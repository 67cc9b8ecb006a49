import { HostError } from '../../platform/errors.ts';
import type { Branch } from './branch.ts';
import type { RunTree } from './run-tree.ts';

/** How a run's commits came onto the branch. */
export interface Landed<Result> {
  readonly result: Result;
  /** The commit that the branch is at; undefined where there was nothing to commit. */
  readonly commit: string | undefined;
  readonly tries: number;
}

const MOST_TRIES = 5;

/**
 * Applies a run's answers to the newest commit of a branch and moves the branch on to the result; where somebody was faster, to
 * their commit, again. Nothing is ever rebased, merged as text, or forced.
 * @throws HostError if the branch kept moving, or cannot be reached
 */
export async function land<Result>(
  branch: Branch,
  tree: RunTree,
  apply: () => Promise<Result>,
  pause: (attempt: number) => Promise<void>,
): Promise<Landed<Result>> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const base = await branch.head();
    await tree.reset(base);
    const result = await apply();
    const commit = await tree.head();
    if (commit === base) return { result, commit: undefined, tries };
    if (await branch.advance(commit)) return { result, commit, tries };
    if (tries < MOST_TRIES) await pause(tries);
  }
  throw new HostError(`${branch.name} moved on ${MOST_TRIES} times while we were writing`, {
    remedy: 'what was read is kept; run again when there are fewer writers',
  });
}
