import type { Instant } from '../../core/instant.ts';
import type { PackageRecord } from '../../core/package-record.ts';

/** What no run does to a package, whatever upstream says, and what makes no line of the ledger: in words. */
export function checkRecord(
  before: PackageRecord | undefined,
  after: PackageRecord,
  at: Instant,
): readonly string[] {
  if (after.importedAt !== (before?.importedAt ?? at)) {
    return [`it says that it was first read at ${after.importedAt}`];
  }
  const problems: string[] = [];
  const held = new Map(before?.releases.map((release) => [release.version, release]));
  for (const { version, seenAt } of after.releases) {
    const expected = held.get(version)?.seenAt ?? at;
    if (seenAt !== expected)
      problems.push(`${version} says that it was first seen at ${seenAt}, not ${expected}`);
    held.delete(version);
  }
  for (const version of held.keys()) problems.push(`${version} is gone: a run never deletes a release`);
  return problems;
}
