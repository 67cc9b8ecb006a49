import type { Change } from '../core/change.ts';

/** The ledger's changes of single releases, by purl and then by version, oldest first. */
export function changesByRelease(changes: readonly Change[]): Map<string, Map<string, Change[]>> {
  const byPackage = new Map<string, Map<string, Change[]>>();
  for (const change of changes) {
    if (change.version === undefined) continue;
    const byVersion = byPackage.get(change.package) ?? new Map<string, Change[]>();
    byPackage.set(change.package, byVersion);
    const ofRelease = byVersion.get(change.version) ?? [];
    byVersion.set(change.version, ofRelease);
    ofRelease.push(change);
  }
  return byPackage;
}
