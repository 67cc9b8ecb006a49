import { LEDGER_PATH, RELEASES_PATH } from '../../store/paths.ts';
import type { DataCommit, FileChange } from '../past/data-commit.ts';
import { nextState, type PackageState, splitPath } from '../past/package-files.ts';
import type { PastState } from './past-state.ts';
import type { Report } from './problem.ts';

/** A package that a commit touched. Undefined is: not there. */
export interface PackageDifference {
  readonly base: string;
  readonly before: PackageState | undefined;
  readonly after: PackageState | undefined;
}

/** A file of the ledger that a commit touched, as text; '' is: not there. */
export interface LedgerDifference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What a commit did to releases and ledger. */
export interface Difference {
  readonly packages: readonly PackageDifference[];
  readonly ledger: readonly LedgerDifference[];
}

/** Whether a file can be changed by a run only. */
export function isGuarded(path: string): boolean {
  return path.startsWith(`${RELEASES_PATH}/`) || path.startsWith(`${LEDGER_PATH}/`);
}

/** Reads what a commit did, and brings the state up to it. What is no file of ours, or does not follow on the state, is reported. */
export function readDifference(
  { id, files }: DataCommit,
  textOf: (blob: string) => string,
  state: PastState,
  report: Report,
): Difference {
  const guarded = files.filter(({ path }) => isGuarded(path));
  for (const { path, before, after } of guarded) {
    if (state.blobs.get(path) !== before) {
      report({ commit: id, path, problem: 'the commit does not follow on what was there before it' });
    }
    if (after === undefined) state.blobs.delete(path);
    else state.blobs.set(path, after);
  }
  const text = ({ after }: FileChange) => (after === undefined ? undefined : textOf(after));
  const ledger = guarded.filter(({ path }) => path.startsWith(`${LEDGER_PATH}/`));
  const releases = guarded.filter(({ path }) => path.startsWith(`${RELEASES_PATH}/`));
  const byPackage = Map.groupBy(releases, ({ path }) => splitPath(path)?.base ?? path);
  return {
    packages: [...byPackage].flatMap(([base, changed]) => {
      const texts = new Map(changed.map((file) => [splitPath(file.path)?.suffix ?? '', text(file)]));
      return readPackage(id, base, texts, state, report) ?? [];
    }),
    ledger: ledger.map((file) => readLedger(file.path, text(file) ?? '', state)),
  };
}

function readPackage(
  id: string,
  base: string,
  texts: ReadonlyMap<string, string | undefined>,
  state: PastState,
  report: Report,
): PackageDifference | undefined {
  const before = state.packages.get(base);
  try {
    const after = nextState(base, before, texts);
    if (after === undefined) state.packages.delete(base);
    else state.packages.set(base, after);
    return { base, before, after };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // What follows is compared with the last state that could be read.
    report({ commit: id, path: `${base}.json`, problem: `it is not what Tidings writes: ${error.message}` });
    return undefined;
  }
}

function readLedger(path: string, after: string, state: PastState): LedgerDifference {
  const before = state.ledger.get(path) ?? '';
  if (after === '') state.ledger.delete(path);
  else state.ledger.set(path, after);
  return { path, before, after };
}
