import type { DataCommit } from '../past/data-commit.ts';
import { compareLedger } from './compare-ledger.ts';
import { momentOf } from './moment-of.ts';
import type { Report } from './problem.ts';
import type { Difference, PackageDifference } from './read-difference.ts';

/** What each operation may do to a package: the problem, if it did anything else. */
const OPERATIONS = new Map<string, (difference: PackageDifference) => string | undefined>([
  ['migrate', () => undefined],
  ['prune', ({ after }) => (after === undefined ? undefined : 'pruning leaves a part of the package')],
  [
    'reshard',
    ({ before, after }) => {
      const isSame = JSON.stringify(before?.record) === JSON.stringify(after?.record);
      return isSame ? undefined : 'a split changes the package, not only its files';
    },
  ],
]);

/** A commit that is no run's leaves the ledger alone, and its operation says what it may do to packages. */
export function judgeUpkeep(commit: DataCommit, difference: Difference, report: Report): void {
  const { id, operation = '', run } = commit;
  if (difference.packages.length + difference.ledger.length === 0) return;
  if (run !== undefined) momentOf(commit, report);
  compareLedger(commit, difference, undefined, report);
  const judge = OPERATIONS.get(operation) ?? (() => `“${operation}” is no operation on releases`);
  for (const one of difference.packages) {
    const problem = judge(one);
    if (problem !== undefined) report({ commit: id, path: `${one.base}.json`, problem });
  }
}
