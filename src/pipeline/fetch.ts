import { join } from 'node:path';
import type { Failure } from '../core/health.ts';
import type { Instant } from '../core/instant.ts';
import type { Display } from '../platform/progress.ts';
import { withLock } from '../platform/run-lock.ts';
import type { World } from '../sources/source.ts';
import type { Answers } from './answers/answers.ts';
import { readAnswers, writeAnswers } from './answers/files.ts';
import { applyAnswers, type Outcome } from './apply-answers.ts';
import { collectAnswers } from './collect.ts';
import { planFetch } from './fetch-plan.ts';
import type { Verdict } from './judge.ts';
import { rememberAnswers } from './memory-of-held.ts';
import { isOffline, offlineReport } from './offline.ts';
import { readHeld } from './read-held.ts';
import { refuseUnpushed } from './refuse-unpushed.ts';
import { ofShard, type Shard } from './shard.ts';
import type { Workspace } from './workspace.ts';
import { openWorld } from './world.ts';
import { headOf, type Landing, landAnswers, openWriter } from './writer/writer.ts';

export interface FetchOptions {
  /** The purls of the packages to fetch; absent = all that are followed. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Packages of which a person says that what would be refused is right. */
  readonly accepted?: ReadonlySet<string> | undefined;
  /** Fetch only this part of them. */
  readonly shard?: Shard | undefined;
  /** Where what was read goes: into the files of data/, or as commits onto the branch here, or onto the one at the remote. */
  readonly land?: 'files' | 'commit' | 'push';
  /** Folders with answers of other runs, to be applied instead of asking. */
  readonly apply?: readonly string[];
  /** Write nothing where no host answered: to be offline is no failure of an upstream. */
  readonly unlessOffline?: boolean;
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
  readonly failures: readonly (Failure & Pick<Verdict, 'reason' | 'remedy' | 'retryAt'>)[];
  /** More than half of at least ten packages lost their releases: nothing was written. */
  readonly guardTripped: boolean;
  /** No host answered, and nothing was written: see `unlessOffline`. */
  readonly offline?: true;
  /** Packages that another writer had looked at meanwhile. */
  readonly superseded: number;
  /** The commit that the branch came to, if the run made one. */
  readonly commit?: string;
  /** Watchlists that are others here than where the run read them: on the branch that it writes to. */
  readonly differingLists: readonly string[];
  /** Requests by host. */
  readonly requests: Readonly<Record<string, number>>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Reads what the watchlists follow and brings data/ up to it.
 * @throws ConfigError before anything is asked or written
 */
export function fetchReleases(workspace: Workspace, options: FetchOptions): Promise<FetchReport> {
  return withLock(join(workspace.cache, 'run', 'lock'), async () => {
    const world = await openWorld(workspace);
    const { land = 'files' } = options;
    return land === 'files'
      ? fetchIntoFiles(workspace, world, options)
      : fetchIntoBranch(workspace, world, land, options);
  });
}

/** Reads without writing anything but the answers, into a folder: another run applies them. Returns their number. */
export async function fetchAnswers(
  workspace: Workspace,
  folder: string,
  options: Omit<FetchOptions, 'land' | 'apply'>,
): Promise<number> {
  const world = await openWorld(workspace);
  const answers = await collect(workspace, world, await headOf(workspace.root), options);
  const { shard } = options;
  await writeAnswers(folder, shard === undefined ? 'all' : `${shard.index}-of-${shard.count}`, answers);
  return answers.fetched.size;
}

async function fetchIntoFiles(
  workspace: Workspace,
  world: World,
  options: FetchOptions,
): Promise<FetchReport> {
  const answers = await answersFor(workspace, world, undefined, options);
  if (options.unlessOffline && isOffline(answers)) return offlineReport(answers);
  const outcome = await applyAnswers(workspace, answers, { accepted: options.accepted ?? NONE });
  await remember(outcome, world);
  return report(outcome, answers);
}

async function fetchIntoBranch(
  workspace: Workspace,
  world: World,
  land: 'commit' | 'push',
  options: FetchOptions,
): Promise<FetchReport> {
  const writer = await openWriter(workspace, land);
  const there = await writer.workspace();
  refuseUnpushed(options.only, workspace, there, writer.branch.name);
  const answers = await answersFor(there, world, writer.base, options);
  if (options.unlessOffline && isOffline(answers)) return offlineReport(answers);
  const landing = await landAnswers(writer, answers, options.accepted ?? NONE);
  await remember(landing.outcome, world);
  return report(landing.outcome, answers, landing);
}

async function answersFor(
  workspace: Workspace,
  world: World,
  base: string | undefined,
  options: FetchOptions,
): Promise<Answers> {
  if (options.apply !== undefined) return readAnswers(options.apply);
  return collect(workspace, world, base, options);
}

async function collect(
  workspace: Workspace,
  world: World,
  base: string | undefined,
  { only, shard, display }: FetchOptions,
): Promise<Answers> {
  const plan = planFetch(workspace.projects, only).filter((one) => ofShard(one.package.purl, shard));
  return collectAnswers(plan, await readHeld(workspace, plan), world, base, display);
}

function remember({ verdicts, applied, held, at }: Outcome, { validators }: World): Promise<void> {
  return rememberAnswers(verdicts, applied, held, validators, at);
}

function report(
  { verdicts, applied, at, guardTripped }: Outcome,
  answers: Answers,
  landing?: Landing,
): FetchReport {
  const failures = verdicts.flatMap(({ failure, reason, remedy, retryAt }) => {
    const more = { ...(reason && { reason }), ...(remedy && { remedy }), ...(retryAt && { retryAt }) };
    return failure === undefined ? [] : [{ ...failure, ...more }];
  });
  return {
    at,
    packages: verdicts.length,
    succeeded: verdicts.filter(({ isRead }) => isRead).length,
    changes: applied.changes.length,
    published: applied.changes.filter(({ kind }) => kind === 'published').length,
    paths: applied.paths,
    failures,
    guardTripped,
    superseded: landing?.superseded ?? 0,
    differingLists: landing?.differingLists ?? [],
    ...(landing?.commit !== undefined && { commit: landing.commit }),
    requests: answers.requests,
  };
}
