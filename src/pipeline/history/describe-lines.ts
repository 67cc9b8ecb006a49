import type { Change } from '../../core/change.ts';
import { type Package, parsePackage } from '../../core/package.ts';
import { escapeLine } from '../../platform/escape-line.ts';
import { ledgerPath } from '../../store/paths.ts';
import type { DataCommit } from '../past/data-commit.ts';
import { ownFiles } from '../past/package-log.ts';
import { changeWords, placeWords } from './change-words.ts';

/** The lines of the ledger about a package, oldest first, each with the commit that brought it. */
export function describeLines(
  pkg: Package,
  ledger: readonly Change[],
  commits: readonly DataCommit[],
): string[] {
  const byRun = Map.groupBy(commits, ({ at }) => at);
  const first = commits.find(({ files }) => files.length > 0);
  const lines = ledger.map((change) => {
    const commit = bringing(change, pkg, byRun.get(change.at) ?? []) ?? takenOver(change, first);
    return escapeLine(`${placeWords(change.at, commit?.id)}  ${changeWords(change)}`);
  });
  return [`${pkg.purl}: ${lines.length} changes (times in UTC)`, ...lines];
}

// One commit a package, one for many, or one that says something of the package without touching its files: a lag.
function bringing({ at }: Change, pkg: Package, commits: readonly DataCommit[]): DataCommit | undefined {
  const telling = commits.filter(({ files }) => files.some(({ path }) => path === ledgerPath(at)));
  return (
    telling.find((commit) => ownFiles(commit, pkg).length > 0) ??
    telling.find((commit) => isNamed(commit, pkg)) ??
    telling.find((commit) => commit.package === undefined)
  );
}

function isNamed({ package: named }: DataCommit, pkg: Package): boolean {
  return named !== undefined && named === parsePackage(pkg.purl).purl;
}

// A repository made from a template begins with a commit that holds what runs had committed elsewhere.
function takenOver({ at }: Change, first: DataCommit | undefined): DataCommit | undefined {
  const holds = first?.files.some(({ path }) => path === ledgerPath(at));
  return holds === true && first !== undefined && first.operation === undefined ? first : undefined;
}
