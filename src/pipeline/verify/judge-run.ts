import { Change } from '../../core/change.ts';
import { compareText } from '../../core/compare-text.ts';
import type { Instant } from '../../core/instant.ts';
import { classify } from '../../store/classify.ts';
import { changeLine, toLines } from '../../store/ledger.ts';
import { ledgerPath, recentLedgerPaths } from '../../store/paths.ts';
import { changeRules } from '../change-rules.ts';
import type { DataCommit } from '../past/data-commit.ts';
import type { Followed } from '../past/workspace-of.ts';
import { checkRecord } from './check-record.ts';
import type { ExpectedLines } from './compare-ledger.ts';
import { linesOf, type PastState } from './past-state.ts';
import type { Report } from './problem.ts';
import type { Difference, LedgerDifference, PackageDifference } from './read-difference.ts';

/**
 * The lines that follow from what a run did to the packages, by the rules by which the run itself made them. Among them those about
 * lags that are there: they cannot be demanded, only borne out.
 */
export function expectLines(
  commit: DataCommit,
  { packages, ledger }: Difference,
  { followed, state, at }: { readonly followed: Followed; readonly state: PastState; readonly at: Instant },
  report: Report,
): ExpectedLines & { readonly lagging: readonly Change[] } {
  const lagging = ledger.flatMap(appended).filter((change) => change.kind === 'lagging' && change.at === at);
  const byPackage = Map.groupBy(lagging, (change) => change.package);
  const changes = new Map([...byPackage.keys()].map((purl): [string, Change[]] => [purl, []]));
  for (const one of packages) {
    const purl = (one.after ?? one.before)?.record.package ?? '';
    changes.set(purl, changesOf(commit, one, followed, at, report));
  }
  // As a run goes through its packages.
  const inOrder = [...changes].sort(([a], [b]) => compareText(a, b));
  const all = inOrder.flatMap(([purl, own]) => [...own, ...(byPackage.get(purl) ?? [])]);
  const recent = recentLedgerPaths(at).flatMap((path) => state.rebuilt.get(path) ?? []);
  const path = ledgerPath(at);
  // The file as it is now, if the commit left it alone.
  const before = state.ledger.get(path) ?? '';
  return { path, before, changes: toLines(all, recent), lagging };
}

function changesOf(
  { id }: DataCommit,
  { base, before, after }: PackageDifference,
  { plans }: Followed,
  at: Instant,
  report: Report,
): Change[] {
  const path = `${base}.json`;
  if (after === undefined) {
    report({ commit: id, path, problem: 'the package is removed: a run never does that' });
    return [];
  }
  const { record } = after;
  for (const problem of checkRecord(before?.record, record, at)) report({ commit: id, path, problem });
  const plan = plans.get(record.package);
  if (plan === undefined) {
    report({ commit: id, path, problem: `no watchlist of this commit follows ${record.package}` });
    return [];
  }
  const tags = record.releases.map(({ version }) => version);
  return classify(before?.record, record, changeRules(after.package, tags, plan.isRolling, at));
}

/** The changes that a commit added to a file of the ledger; what is no change is left to the comparison of lines. */
function appended({ before, after }: LedgerDifference): Change[] {
  const isLonger = after.startsWith(before);
  const old = new Set(isLonger ? [] : linesOf(before));
  const lines = linesOf(isLonger ? after.slice(before.length) : after).filter((line) => !old.has(line));
  return lines.flatMap((line) => parseChange(line) ?? []);
}

/** A line of the ledger; undefined for one that is no change, or is not written as Tidings writes it. */
export function parseChange(line: string): Change | undefined {
  try {
    const { data } = Change.safeParse(JSON.parse(line));
    return data !== undefined && changeLine(data) === `${line}\n` ? data : undefined;
  } catch {
    return undefined; // The only way to ask whether a line is JSON.
  }
}
