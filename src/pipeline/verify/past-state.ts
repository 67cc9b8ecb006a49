import type { Change } from '../../core/change.ts';
import type { PackageRecord } from '../../core/package-record.ts';
import type { PackageState } from '../past/package-files.ts';

/** Everything that is known of data/ after the commits so far. Only the last state of each package is kept. */
export interface PastState {
  /** The blob of each file of releases/ and changes/. */
  readonly blobs: Map<string, string>;
  /** By path without ending: `releases/npm/axios`. */
  readonly packages: Map<string, PackageState>;
  /** The ledger as it was committed, by path. */
  readonly ledger: Map<string, string>;
  /** The ledger as it must be, by path. */
  readonly rebuilt: Map<string, Change[]>;
}

export function emptyState(): PastState {
  return { blobs: new Map(), packages: new Map(), ledger: new Map(), rebuilt: new Map() };
}

/** The records of all packages, by purl. */
export function recordsOf({ packages }: PastState): Map<string, PackageRecord> {
  return new Map([...packages.values()].map(({ record }) => [record.package, record]));
}

/** The lines of a ledger file, without their newlines. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
