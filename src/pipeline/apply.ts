import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Change } from '../core/change.ts';
import type { Failure, Health } from '../core/health.ts';
import type { Instant } from '../core/instant.ts';
import { growLayout, WHOLE } from '../store/layout.ts';
import type { StoredPackage } from '../store/read.ts';
import { appendChanges, writeHealth, writePackage } from '../store/write.ts';
import { batchMessage, type CommittedPackage, maintenanceMessage, packageMessage } from './commit-message.ts';
import type { Committer } from './committer.ts';
import type { Verdict } from './judge.ts';
import type { Workspace } from './workspace.ts';

const MOST_COMMITS = 25;

// Packages whose files are written at the same time: the disk is waited for, and few texts are held.
const inTurn = pLimit(8);

interface Written extends CommittedPackage {
  readonly paths: readonly string[];
  readonly digest: string;
}

/** What applying needs to know besides the verdicts. */
export interface Applying {
  readonly workspace: Workspace;
  readonly held: ReadonlyMap<string, StoredPackage>;
  readonly health: Health;
  readonly committer: Committer | undefined;
  readonly at: Instant;
}

/** What applying came to. */
export interface Applied {
  /** Below the project's folder; each once. */
  readonly paths: readonly string[];
  /** What the ledger was told, as it stands there. */
  readonly changes: readonly Change[];
  /** The packages that were written, by purl, and the digests of their files. */
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * Writes what the verdicts say, and commits it if there is a committer: package by package, or all at once where that were too
 * many commits.
 */
export async function applyVerdicts(verdicts: readonly Verdict[], applying: Applying): Promise<Applied> {
  const { committer, at } = applying;
  const news = verdicts.filter((verdict) => verdict.record !== undefined && isNews(verdict, applying));
  const isBatch = committer === undefined || news.length > MOST_COMMITS;
  const written: Written[] = [];
  for (const together of isBatch ? [news] : news.map((verdict) => [verdict])) {
    for (const one of await writeVerdicts(together, applying)) {
      written.push(one);
      if (!isBatch) await committer.commit(one.paths, packageMessage(one, at));
    }
  }
  const paths = written.flatMap((one) => one.paths);
  if (isBatch) await committer?.commit([...new Set(paths)], batchMessage(written, at));
  const grown = await growPackages(verdicts, written, applying);
  paths.push(...grown.flatMap((one) => one.paths), ...(await writeFailures(verdicts, applying)));
  return {
    paths: [...new Set(paths)],
    changes: written.flatMap(({ changes }) => changes),
    digests: new Map([...written, ...grown].map((one) => [one.package.purl, one.digest])),
  };
}

function isNews({ plan, record, changes }: Verdict, { held }: Applying): boolean {
  if (changes.length > 0) return true;
  const before = held.get(plan.package.purl)?.record;
  return before === undefined || JSON.stringify(before) !== JSON.stringify(record);
}

// The ledger goes first: killed before the release files, the next run finds their changes recorded already.
async function writeVerdicts(verdicts: readonly Verdict[], applying: Applying): Promise<Written[]> {
  const changes = verdicts.flatMap((verdict) => verdict.changes);
  const ledger = await appendChanges(applying.workspace.data, changes, applying.at);
  const lines = Map.groupBy(ledger.changes, (change) => change.package);
  const writing = verdicts.map((verdict) => {
    const own = lines.get(verdict.plan.package.purl) ?? [];
    return inTurn(() => writeVerdict(verdict, own, own.length > 0 ? ledger.paths : [], applying));
  });
  return (await Promise.all(writing)).filter((one) => one !== undefined);
}

async function writeVerdict(
  { plan, record }: Verdict,
  changes: readonly Change[],
  ledger: readonly string[],
  { workspace, held }: Applying,
): Promise<Written | undefined> {
  if (record === undefined) return undefined;
  const layout = held.get(plan.package.purl)?.layout ?? growLayout(record, WHOLE);
  const { paths: files, digest } = await writePackage(workspace.data, plan.package, record, layout);
  const paths = inData([...files, ...ledger]);
  return paths.length === 0 ? undefined : { package: plan.package, record, changes, paths, digest };
}

// A split moves every release of a package once, in a commit of its own, and is no change. A killed run may owe one of its packages the
// split, which then has no news.
async function growPackages(
  verdicts: readonly Verdict[],
  written: readonly Written[],
  { workspace, held, committer, at }: Applying,
): Promise<Pick<Written, 'package' | 'paths' | 'digest'>[]> {
  const records = new Map(written.map((one) => [one.package.purl, one.record]));
  const all: Pick<Written, 'package' | 'paths' | 'digest'>[] = [];
  for (const { package: pkg } of verdicts.map(({ plan }) => plan)) {
    const stored = held.get(pkg.purl);
    const record = records.get(pkg.purl) ?? (stored?.isOvergrown ? stored.record : undefined);
    if (stored === undefined || record === undefined) continue;
    const grown = growLayout(record, stored.layout);
    if (grown === stored.layout && !stored.isOvergrown) continue;
    const { paths: files, digest } = await writePackage(workspace.data, pkg, record, grown);
    const paths = inData(files);
    await committer?.commit(paths, maintenanceMessage(`split ${pkg.purl.slice(4)} by date`, 'reshard', at));
    all.push({ package: pkg, paths, digest });
  }
  return all;
}

function inData(paths: readonly string[]): string[] {
  return paths.map((path) => join('data', path));
}

async function writeFailures(verdicts: readonly Verdict[], applying: Applying): Promise<string[]> {
  const { workspace, committer, at } = applying;
  const failing = nextFailures(verdicts, applying);
  const paths = inData(await writeHealth(workspace.data, { format: 1, failing }));
  const summary = failing.length === 0 ? 'all sources well' : `${failing.length} packages failing`;
  await committer?.commit(paths, maintenanceMessage(summary, 'scrape', at));
  return paths;
}

// Packages that were not asked about keep their line, unless nobody follows them any more.
function nextFailures(verdicts: readonly Verdict[], { workspace, health }: Applying): Failure[] {
  const asked = new Set(verdicts.map(({ plan }) => plan.package.purl));
  const followed = new Set(
    workspace.projects.flatMap((p) => [p.package.purl, ...p.channels.map((c) => c.purl)]),
  );
  const kept = health.failing.filter(
    (failure) => !asked.has(failure.package) && followed.has(failure.package),
  );
  const fresh = verdicts.map(({ failure }) => failure).filter((failure) => failure !== undefined);
  const all = [...kept, ...fresh];
  return all.sort((a, b) => (a.package < b.package ? -1 : 1));
}
