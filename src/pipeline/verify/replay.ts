import type { Change } from '../../core/change.ts';
import type { DataCommit } from '../past/data-commit.ts';
import type { Followed } from '../past/workspace-of.ts';
import { compareLedger } from './compare-ledger.ts';
import { judgeByHand, takeOver } from './judge-by-hand.ts';
import { expectLines } from './judge-run.ts';
import { judgeUpkeep } from './judge-upkeep.ts';
import { createLagWatch, type LagWatch } from './lag-watch.ts';
import { momentOf } from './moment-of.ts';
import { emptyState, linesOf, type PastState, recordsOf } from './past-state.ts';
import type { Report } from './problem.ts';
import { type Difference, isGuarded, readDifference } from './read-difference.ts';

/** Where the proof begins, and where it was begun anew. */
export interface Beginnings {
  /** The commit whose state is taken as it is, with so many lines. */
  readonly takenOver?: { readonly commit: string; readonly lines: number };
  /** The last commit that removed all of it. */
  readonly anew?: string;
}

type TextOf = (blob: string) => string;

export interface Replay {
  /** Commits come one after the other, each with the texts of its blobs and what its watchlists follow. */
  readonly apply: (commit: DataCommit, textOf: TextOf, followed: Followed | undefined) => void;
  readonly finish: () => { readonly state: PastState; readonly beginnings: Beginnings };
}

/** Whether a commit says that it is a run’s. */
export function isRun({ operation }: DataCommit): boolean {
  return operation === 'scrape' || operation === 'import';
}

/** Makes the ledger again, commit by commit, and reports all that does not follow. Pure. */
export function createReplay(report: Report): Replay {
  const state = emptyState();
  const lags = createLagWatch(report);
  let beginnings: Beginnings = {};
  let hasBegun = false;

  function apply(commit: DataCommit, textOf: TextOf, followed: Followed | undefined): void {
    if (!commit.files.some(({ path }) => isGuarded(path))) return;
    const isFirst = !hasBegun;
    hasBegun = true;
    const difference = readDifference(commit, textOf, state, report);
    if (followed !== undefined && isRun(commit)) {
      replayRun(commit, difference, { followed, state, lags }, report);
    } else if (commit.operation !== undefined) judgeUpkeep(commit, difference, report);
    else if (isFirst) {
      const lines = takeOver(commit, difference, state, report);
      lags.restart([...state.rebuilt.values()].flat());
      beginnings = { takenOver: { commit: commit.id, lines } };
    } else if (state.blobs.size === 0) {
      state.rebuilt.clear();
      lags.restart([]);
      beginnings = { ...beginnings, anew: commit.id };
    } else judgeByHand(commit, difference, report);
  }

  function finish() {
    lags.finish();
    return { state, beginnings };
  }

  return { apply, finish };
}

interface Replaying {
  readonly followed: Followed;
  readonly state: PastState;
  readonly lags: LagWatch;
}

function replayRun(
  commit: DataCommit,
  difference: Difference,
  { followed, state, lags }: Replaying,
  report: Report,
): void {
  const at = momentOf(commit, report);
  for (const problem of followed.problems) report({ commit: commit.id, path: 'watchlists', problem });
  const expected = expectLines(commit, difference, { followed, state, at }, report);
  const { path, changes } = expected;
  compareLedger(commit, difference, expected, report);
  const rebuilt: Change[] = state.rebuilt.get(path) ?? [];
  for (const change of changes) rebuilt.push(change);
  if (rebuilt.length > 0) state.rebuilt.set(path, rebuilt);
  for (const change of expected.lagging) {
    const line = linesOf(state.ledger.get(path) ?? '').lastIndexOf(JSON.stringify(change)) + 1;
    lags.expect({ commit: commit.id, path, line, change, projects: followed.projects });
  }
  lags.look(at, () => recordsOf(state));
}
