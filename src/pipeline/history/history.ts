import { join } from 'node:path';
import { ConfigError } from '../../platform/errors.ts';
import { readLedger } from '../../store/read.ts';
import { findCommit } from '../past/find-commit.ts';
import { ownFiles, readPackageLog, readStateAt, readStates } from '../past/package-log.ts';
import { refuseShallow } from '../past/refuse-shallow.ts';
import { readPackageName } from '../read-package-name.ts';
import { commitAt } from './commit-at.ts';
import { describeLines } from './describe-lines.ts';
import { describeRecord, describeRelease } from './describe-record.ts';
import { describeLife } from './release-life.ts';

export interface HistoryOptions {
  /** A date, an instant, or a commit. */
  readonly at?: string | undefined;
  readonly version?: string | undefined;
}

/**
 * What was known of a package, and when, in lines that are safe to print.
 * @throws ConfigError if the clone is shallow, or there is no such package, version, date or commit
 */
export async function history(
  root: string,
  wanted: string,
  { at, version }: HistoryOptions = {},
): Promise<readonly string[]> {
  const pkg = readPackageName('history', wanted);
  await refuseShallow(root);
  const tip = await findCommit(root, 'HEAD');
  const commits = tip === undefined ? [] : await readPackageLog(root, pkg, tip);
  const ledger = (await readLedger(join(root, 'data'))).filter((change) => change.package === pkg.purl);
  const touching = commits.filter((commit) => ownFiles(commit, pkg).length > 0);
  if (touching.length + ledger.length === 0) {
    throw new ConfigError(`${pkg.purl} is in no commit and in no line of the ledger`, {
      remedy: `follow it and fetch: npm run add -- ${pkg.purl}`,
    });
  }
  if (at !== undefined) {
    const found = await commitAt(root, at, touching);
    if (found === undefined) return [`Nothing was known of ${pkg.purl} then.`];
    const record = (await readStateAt(root, pkg, found.id))?.record;
    return version === undefined
      ? describeRecord(pkg.purl, record, found)
      : describeRelease(pkg.purl, record, version);
  }
  if (version === undefined) return describeLines(pkg, ledger, commits);
  const own = ledger.filter((change) => change.version === version);
  return describeLife({ purl: pkg.purl, version, ledger: own, states: readStates(root, pkg, commits) });
}
