import { CHANGE_KINDS, type Change, type ChangeKind } from '../core/change.ts';
import { compareText } from '../core/compare-text.ts';
import type { Instant } from '../core/instant.ts';
import type { PackageRecord } from '../core/package-record.ts';
import type { Release } from '../core/release.ts';
import { type ChangeDetail, type ChangeRules, releaseChanges } from './classify-release.ts';

/**
 * The changes between two states of a package, oldest release first. It sees nothing but what is stored, so that the ledger can
 * be made again from git alone.
 */
export function classify(
  before: PackageRecord | undefined,
  after: PackageRecord,
  rules: ChangeRules,
): Change[] {
  const toLine = (detail: ChangeDetail, version?: string) =>
    toChange(detail, after.package, version, rules.at);
  // A first import announces nothing: versions that are there, or gone, already are history.
  if (before === undefined) return [toLine({ kind: 'imported' })];
  const changes = packageChanges(before, after).map((detail) => toLine(detail));
  const held = new Map(before.releases.map((release) => [release.version, release]));
  for (const release of after.releases) {
    const known = held.get(release.version);
    // Who reads many states of a package gives us the same value for what stayed the same.
    if (known === release) continue;
    const details =
      known === undefined ? newReleaseChanges(release, before, after) : releaseChanges(known, release, rules);
    for (const detail of details) changes.push(toLine(detail, release.version));
  }
  return sortChanges(changes, after);
}

function packageChanges(before: PackageRecord, after: PackageRecord): ChangeDetail[] {
  const changes: ChangeDetail[] = [];
  const add = (kind: ChangeKind, values?: { before?: string | undefined; after?: string | undefined }) => {
    changes.push({ kind, ...values });
  };
  if (before.unreachableAt === undefined && after.unreachableAt !== undefined) add('unreachable');
  if (before.unreachableAt !== undefined && after.unreachableAt === undefined) add('reachable');
  if (after.quarantinedAt !== undefined && before.quarantinedAt !== after.quarantinedAt) add('quarantined');
  const [answered, answers] = [before.foreignId ?? before.upstream.id, after.foreignId ?? after.upstream.id];
  if (answered !== undefined && answers !== undefined && answered !== answers) {
    add('identity-changed', { before: answered, after: answers });
  }
  const [old, now] = [before.upstream.name, after.upstream.name];
  if (old !== undefined && now !== undefined && old !== now) add('renamed', { before: old, after: now });
  return changes;
}

function newReleaseChanges(release: Release, before: PackageRecord, after: PackageRecord): ChangeDetail[] {
  const { publishedAt, withdrawnAt } = release;
  if (withdrawnAt === undefined) return isHistory(publishedAt, before, after) ? [] : [{ kind: 'published' }];
  // Gone before we ever saw it.
  return publishedAt !== undefined && publishedAt > before.importedAt ? [{ kind: 'withdrawn' }] : [];
}

// What was published before the time that we had asked for until now is history, not news. So is what has no date, in the run that
// goes further back, if this upstream dated all others. An incomplete listing never goes back, and leaves `since` as it was.
function isHistory(
  publishedAt: Instant | undefined,
  before: PackageRecord,
  { since }: PackageRecord,
): boolean {
  if (before.since === undefined) return false;
  if (publishedAt !== undefined) return publishedAt < before.since;
  const goesBack = since === undefined || since < before.since;
  return goesBack && before.releases.every((release) => release.publishedAt !== undefined);
}

const KINDS = Object.keys(CHANGE_KINDS);

// Oldest release first, as a log reads; within one release in the order of the table of kinds.
function sortChanges(changes: readonly Change[], { releases }: PackageRecord): Change[] {
  const place = new Map(releases.map((release, index) => [release.version, index]));
  const placeOf = ({ version }: Change) =>
    version === undefined ? releases.length : (place.get(version) ?? 0);
  return changes.toSorted(
    (a, b) =>
      placeOf(b) - placeOf(a) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      compareText(a.subject ?? '', b.subject ?? ''),
  );
}

/** A whole change out of its detail. */
export function toChange(
  detail: ChangeDetail,
  purl: string,
  version: string | undefined,
  at: Instant,
): Change {
  const { kind, subject, before, after } = detail;
  return {
    at,
    kind,
    package: purl,
    ...(version !== undefined && { version }),
    ...(subject !== undefined && { subject }),
    severity: CHANGE_KINDS[kind].severity,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}
