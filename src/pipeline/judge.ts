import { z } from 'zod';
import type { Change } from '../core/change.ts';
import type { Failure, FailureKind } from '../core/health.ts';
import { hoursBetween, type Instant } from '../core/instant.ts';
import { FORMAT, type PackageRecord, ReleaseFile } from '../core/package-record.ts';
import { FormatError } from '../platform/errors.ts';
import type { Receipt } from '../platform/http/validators.ts';
import type { Fetched } from '../sources/source.ts';
import { classify } from '../store/classify.ts';
import { mergeListings } from '../store/merge.ts';
import { changeRules } from './change-rules.ts';
import type { PlannedFetch } from './fetch-plan.ts';

/** What becomes of one package in this run. */
export interface Verdict {
  readonly plan: PlannedFetch;
  /** The new state, if the answer brought one. */
  readonly record?: PackageRecord;
  readonly changes: readonly Change[];
  readonly receipts: readonly Receipt[];
  /** What is wrong, for health.json, and in words for the person who runs this. */
  readonly failure?: Failure;
  readonly reason?: string;
  readonly remedy?: string;
  /** Before this moment the host does not want to be asked again. */
  readonly retryAt?: Instant;
  /** Whether the answer was one that can be believed. */
  readonly isRead: boolean;
  /** An empty or shrunken listing: what the run-wide guard counts. */
  readonly tripped: boolean;
}

const UNREACHABLE_AFTER_HOURS = 24;
const SHRUNK_FOR_HOURS = 24;

/**
 * Judges one answer against what we hold. Pure. `before` is the package's line in health.json so far; `isAccepted` is a person's
 * word that a listing which would be refused is right.
 */
export function judge(
  plan: PlannedFetch,
  fetched: Fetched,
  held: PackageRecord | undefined,
  before: Failure | undefined,
  at: Instant,
  isAccepted = false,
): Verdict {
  const fail = (kind: FailureKind, status?: number): Failure => {
    // A failure that lasts keeps its first line, so that it changes no byte.
    if (before?.kind === kind) return before;
    return { package: plan.package.purl, since: at, kind, ...(status !== undefined && { status }) };
  };
  const quiet = { plan, changes: [], receipts: [], isRead: false, tripped: false };

  if (fetched.status === 'unchanged') {
    const failure = before?.kind === 'incomplete' ? before : lastingFailure(before, at);
    return { ...quiet, isRead: true, ...(failure && { failure }) };
  }
  if (fetched.status === 'failed') {
    const { error } = fetched;
    const failure = fail(error instanceof FormatError ? 'format' : 'host', error.status);
    const { message: reason, remedy, retryAt } = error;
    return { ...quiet, failure, reason, ...(remedy && { remedy }), ...(retryAt && { retryAt }) };
  }
  if (fetched.status === 'gone') {
    const failure = fail('gone', fetched.code);
    const remedy = 'if it has moved, change its line in the watchlist; what we hold stays';
    return { ...quiet, ...unreachable(plan, held, failure, at), failure, reason: fetched.reason, remedy };
  }

  return { ...quiet, ...judgeListed(plan, fetched, held, { before, fail, at, isAccepted }) };
}

interface Judging {
  readonly before: Failure | undefined;
  readonly fail: (kind: FailureKind) => Failure;
  readonly at: Instant;
  readonly isAccepted: boolean;
}

function judgeListed(
  plan: PlannedFetch,
  { listings, receipts }: Extract<Fetched, { status: 'listed' }>,
  held: PackageRecord | undefined,
  { before, fail, at, isAccepted }: Judging,
): Partial<Verdict> {
  const tags = [...(held?.releases ?? []), ...listings.releases].map(({ version }) => version);
  const rules = changeRules(plan.package, tags, plan.isRolling, at);
  const merged = mergeListings(plan.package.purl, held, listings, {
    ...rules,
    since: plan.since,
    isAccepted,
  });
  if (merged.status === 'refused') {
    const { kind, reason, record, changes } = merged;
    const remedy = acceptance(plan.package.purl, kind, isAccepted);
    return { record, changes, failure: fail(kind), reason, remedy, tripped: kind === 'shrunk' };
  }
  const stored = ReleaseFile.safeParse({ format: FORMAT, ...merged.record });
  if (!stored.success) {
    // Found before anything is written: it must not take the other packages' results with it.
    const reason = `the listing has something that cannot be stored: ${z.prettifyError(stored.error)}`;
    return { failure: fail('format'), reason };
  }
  const { format: _, split: __, ...record } = stored.data;
  const isWhole = listings.complete || listings.partial === 'by nature';
  const failure = isWhole ? lastingFailure(before, at) : fail('incomplete');
  return { record, changes: merged.changes, receipts, isRead: true, ...(failure && { failure }) };
}

function acceptance(purl: string, kind: 'shrunk' | 'identity', isAccepted: boolean): string {
  if (isAccepted) return 'a loss is accepted when it is a day old: run it again then';
  const command = `npm run fetch -- --only ${purl} --accept`;
  const when = kind === 'shrunk' ? ' (a day after it was first seen)' : '';
  return `no release was changed; if upstream really did this, say so${when}: ${command}`;
}

// Of an upstream that drops and restores its list by turns, one line of a day tells more than a line that comes and goes.
function lastingFailure(before: Failure | undefined, at: Instant): Failure | undefined {
  const lasts = before?.kind === 'shrunk' && hoursBetween(before.since, at) < SHRUNK_FOR_HOURS;
  return lasts ? before : undefined;
}

function unreachable(
  { package: pkg, isRolling }: PlannedFetch,
  held: PackageRecord | undefined,
  failure: Failure,
  at: Instant,
): Partial<Verdict> {
  if (held === undefined || held.unreachableAt !== undefined) return {};
  if (hoursBetween(failure.since, at) < UNREACHABLE_AFTER_HOURS) return {};
  const record = { ...held, unreachableAt: at };
  return { record, changes: classify(held, record, changeRules(pkg, [], isRolling, at)) };
}
