import { z } from 'zod';
import type { Change } from '../core/change.ts';
import type { Failure, FailureKind } from '../core/health.ts';
import { hoursBetween, type Instant } from '../core/instant.ts';
import type { Listings } from '../core/listing.ts';
import { FORMAT, type PackageRecord, ReleaseFile } from '../core/package-record.ts';
import { FormatError } from '../platform/errors.ts';
import type { Receipt } from '../platform/http/validators.ts';
import type { Fetched } from '../sources/source.ts';
import { mergeListings } from '../store/merge.ts';
import { type MergeRules, toChange } from '../store/merge-release.ts';
import { floatingAmong } from '../versions/floating-tags.ts';
import { schemeOf } from '../versions/schemes.ts';
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
  /** An empty or shrunken listing: what the run-wide guard counts. */
  readonly tripped: boolean;
}

const UNREACHABLE_AFTER_HOURS = 24;

/** Judges one answer against what we hold. Pure. `before` is the package's line in health.json so far. */
export function judge(
  plan: PlannedFetch,
  fetched: Fetched,
  held: PackageRecord | undefined,
  before: Failure | undefined,
  at: Instant,
): Verdict {
  const fail = (kind: FailureKind, status?: number): Failure => {
    // A failure that lasts keeps its first line, so that it changes no byte.
    if (before?.kind === kind) return before;
    return { package: plan.package.purl, since: at, kind, ...(status !== undefined && { status }) };
  };
  const quiet = { plan, changes: [], receipts: [], tripped: false };

  if (fetched.status === 'unchanged')
    return before?.kind === 'incomplete' ? { ...quiet, failure: before } : quiet;
  if (fetched.status === 'failed') {
    const { error } = fetched;
    const failure = fail(error instanceof FormatError ? 'format' : 'host', error.status);
    return { ...quiet, failure, reason: error.message, ...(error.remedy && { remedy: error.remedy }) };
  }
  if (fetched.status === 'gone') {
    const failure = fail('gone', fetched.code);
    const remedy = 'if it has moved, change its line in the watchlist; what we hold stays';
    return { ...quiet, ...unreachable(held, failure, at), failure, reason: fetched.reason, remedy };
  }

  return { ...quiet, ...judgeListed(plan, fetched, held, fail, at) };
}

function judgeListed(
  plan: PlannedFetch,
  { listings, receipts }: Extract<Fetched, { status: 'listed' }>,
  held: PackageRecord | undefined,
  fail: (kind: FailureKind) => Failure,
  at: Instant,
): Partial<Verdict> {
  const merged = mergeListings(plan.package.purl, held, listings, rulesOf(plan, held, listings, at));
  if (merged.status === 'refused') {
    const remedy =
      'nothing was changed; if upstream really did this, delete the package’s file and fetch again';
    const { kind, reason } = merged;
    return { failure: fail(kind), reason, remedy, tripped: kind === 'shrunk' };
  }
  const stored = ReleaseFile.safeParse({ format: FORMAT, ...merged.record });
  if (!stored.success) {
    // Found before anything is written: it must not take the other packages' results with it.
    const reason = `the listing has something that cannot be stored: ${z.prettifyError(stored.error)}`;
    return { failure: fail('format'), reason };
  }
  const { format: _, split: __, ...record } = stored.data;
  const isWhole = listings.complete || listings.partial === 'by nature';
  return { record, changes: merged.changes, receipts, ...(!isWhole && { failure: fail('incomplete') }) };
}

// The tags of an image that point at others move with each version.
function rulesOf(
  plan: PlannedFetch,
  held: PackageRecord | undefined,
  { releases }: Listings,
  at: Instant,
): MergeRules {
  const { since, isRolling } = plan;
  const scheme = schemeOf(plan.package.type);
  if (!scheme.hasCopies) return { at, since, isRolling };
  const tags = [...(held?.releases ?? []), ...releases].map(({ version }) => version);
  const isFloating = floatingAmong(tags, scheme.facts);
  return { at, since, isImage: true, isRolling: (tag) => isRolling(tag) || isFloating(tag) };
}

function unreachable(held: PackageRecord | undefined, failure: Failure, at: Instant): Partial<Verdict> {
  if (held === undefined || held.unreachableAt !== undefined) return {};
  if (hoursBetween(failure.since, at) < UNREACHABLE_AFTER_HOURS) return {};
  const change = toChange({ kind: 'unreachable' }, held.package, undefined, at);
  return { record: { ...held, unreachableAt: at }, changes: [change] };
}
