import type { Change } from '../../core/change.ts';
import { changeLine } from '../../store/ledger.ts';
import type { DataCommit } from '../past/data-commit.ts';
import { compareLines } from './compare-lines.ts';
import { linesOf } from './past-state.ts';
import type { Report } from './problem.ts';
import type { Difference } from './read-difference.ts';

/** The changes that a commit must have added to one file of the ledger, and the text of that file before. */
export interface ExpectedLines {
  readonly path: string;
  readonly before: string;
  readonly changes: readonly Change[];
}

/** Reports where a commit did anything else to the ledger than to add these lines; undefined is none. */
export function compareLedger(
  { id }: DataCommit,
  { ledger }: Difference,
  expected: ExpectedLines | undefined,
  report: Report,
): void {
  const added = expected?.changes.map((change) => changeLine(change).slice(0, -1)) ?? [];
  const isTouched = ledger.some(({ path }) => path === expected?.path);
  const [path = '', before = ''] = [expected?.path, expected?.before];
  const untouched = { path, before, after: before };
  for (const { path, before, after } of isTouched ? ledger : [...ledger, untouched]) {
    const more = path === expected?.path ? added : [];
    // Nearly always: nothing to look for in a long file.
    if (after === before + more.map((line) => `${line}\n`).join('')) continue;
    for (const difference of compareLines([...linesOf(before), ...more], linesOf(after))) {
      report({ commit: id, path, ...difference });
    }
  }
}
