import type { Failure } from '../core/health.ts';
import type { Instant } from '../core/instant.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { now } from '../platform/clock.ts';
import { type Display, showProgress } from '../platform/progress.ts';
import type { World } from '../sources/source.ts';
import { SOURCES } from '../sources/sources.ts';
import { readHealth, readLedger, readPackage, type StoredPackage } from '../store/read.ts';
import { applyVerdicts } from './apply.ts';
import { openCommitter } from './committer.ts';
import { type PlannedFetch, planFetch } from './fetch-plan.ts';
import { judge, type Verdict } from './judge.ts';
import { addLags } from './lag.ts';
import { type LookedUp, lookUpTask } from './look-up.ts';
import type { Workspace } from './workspace.ts';
import { openWorld } from './world.ts';

export interface FetchOptions {
  /** The purl of the one package to fetch. */
  readonly only?: string | undefined;
  /** Commit what was written, on the current branch. */
  readonly commit?: boolean;
  readonly display: Display;
}

/** What a run did, for people and for `--json`. */
export interface FetchReport {
  readonly at: Instant;
  readonly packages: number;
  readonly succeeded: number;
  readonly changes: number;
  readonly published: number;
  readonly paths: readonly string[];
  readonly failures: readonly (Failure & { readonly reason?: string; readonly remedy?: string })[];
  /** More than half of at least ten packages lost their releases: nothing was written. */
  readonly guardTripped: boolean;
  /** Requests by host. */
  readonly requests: Readonly<Record<string, number>>;
}

const GUARD_FROM = 10;

/**
 * Reads what the watchlists follow and brings data/ up to it.
 * @throws ConfigError before anything is asked or written
 */
export async function fetchReleases(workspace: Workspace, options: FetchOptions): Promise<FetchReport> {
  const plan = planFetch(workspace.projects, options.only);
  const world = await openWorld(workspace);
  if (options.commit) await openCommitter(workspace.root, now());
  const held = await readHeld(workspace, plan);
  const health = await readHealth(workspace.data);

  const answers = await lookUpAll(plan, held, world, options.display);
  const at = now();
  const verdicts = plan.map((one) => {
    const fetched = answers.get(one.package.purl) ?? { status: 'unchanged' };
    const before = health.failing.find((failure) => failure.package === one.package.purl);
    return judge(one, fetched, held.get(one.package.purl)?.record, before, at);
  });
  const judged = await addLags(
    verdicts,
    workspace.projects,
    recordsOf(held),
    () => readLedger(workspace.data),
    at,
  );
  const tripped = verdicts.filter((verdict) => verdict.tripped).length;
  const guardTripped = plan.length >= GUARD_FROM && tripped > plan.length / 2;
  const committer = options.commit ? await openCommitter(workspace.root, at) : undefined;
  const applying = { workspace, held, health, validators: world.validators, committer, at };
  const paths = guardTripped ? [] : await applyVerdicts(judged, applying);
  return { ...count(judged), at, paths, guardTripped, requests: Object.fromEntries(world.http.requests()) };
}

async function readHeld(
  workspace: Workspace,
  plan: readonly PlannedFetch[],
): Promise<Map<string, StoredPackage>> {
  const stored = await Promise.all(plan.map((one) => readPackage(workspace.data, one.package)));
  const held = new Map<string, StoredPackage>();
  for (const [index, { package: pkg }] of plan.entries()) {
    const one = stored[index];
    if (one !== undefined) held.set(pkg.purl, one);
  }
  return held;
}

function recordsOf(held: ReadonlyMap<string, StoredPackage>): Map<string, PackageRecord> {
  return new Map([...held].map(([purl, { record }]) => [purl, record]));
}

async function lookUpAll(
  plan: readonly PlannedFetch[],
  held: ReadonlyMap<string, StoredPackage>,
  world: World,
  display: FetchOptions['display'],
): Promise<LookedUp> {
  const answers: LookedUp = new Map();
  const records = recordsOf(held);
  const tasks = SOURCES.flatMap((source) => {
    const planned = plan.filter((one) => one.source === source.id);
    return planned.length === 0 ? [] : [lookUpTask(source, planned, records, world, answers, now())];
  });
  await showProgress(tasks, display);
  return answers;
}

function count(verdicts: readonly Verdict[]) {
  const changes = verdicts.flatMap((verdict) => verdict.changes);
  const failures = verdicts.flatMap(({ failure, reason, remedy }) =>
    failure === undefined ? [] : [{ ...failure, ...(reason && { reason }), ...(remedy && { remedy }) }],
  );
  return {
    packages: verdicts.length,
    succeeded: verdicts.filter(({ failure }) => failure === undefined || failure.kind === 'incomplete')
      .length,
    changes: changes.length,
    published: changes.filter(({ kind }) => kind === 'published').length,
    failures,
  };
}
