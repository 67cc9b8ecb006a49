import { ledgerPath } from '../../store/paths.ts';
import type { DataCommit } from '../past/data-commit.ts';
import { compareLedger } from './compare-ledger.ts';
import { parseChange } from './judge-run.ts';
import { linesOf, type PastState } from './past-state.ts';
import type { Problem, Report } from './problem.ts';
import type { Difference } from './read-difference.ts';

/** Takes the ledger of the first commit as it is. Gives the number of its lines. */
export function takeOver(
  { id }: DataCommit,
  { ledger }: Difference,
  { rebuilt }: PastState,
  report: Report,
): number {
  let count = 0;
  for (const { path, after } of ledger) {
    const changes = linesOf(after).flatMap((line, index) => {
      const change = parseChange(line);
      if (change !== undefined && ledgerPath(change.at) === path) return [change];
      report({ commit: id, path, line: index + 1, problem: 'this is no change of that day' });
      return [];
    });
    rebuilt.set(path, changes);
    count += changes.length;
  }
  return count;
}

/** Reports all that a commit did which only runs may do. */
export function judgeByHand(commit: DataCommit, difference: Difference, report: Report): void {
  const byHand = (problem: Problem) => report({ ...problem, problem: `changed by hand: ${problem.problem}` });
  for (const { base } of difference.packages) {
    byHand({ commit: commit.id, path: `${base}.json`, problem: 'no run made this commit' });
  }
  compareLedger(commit, difference, undefined, byHand);
}
