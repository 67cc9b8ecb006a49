import type { Package } from '../core/package.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { readPackage } from './read.ts';

/**
 * What we hold of these packages, by purl; each is read once.
 * @throws FormatError naming the file, if one is not valid
 */
export async function readRecords(
  data: string,
  packages: readonly Package[],
): Promise<Map<string, PackageRecord>> {
  const records = new Map<string, PackageRecord>();
  for (const pkg of packages) {
    const stored = records.has(pkg.purl) ? undefined : await readPackage(data, pkg);
    if (stored !== undefined) records.set(pkg.purl, stored.record);
  }
  return records;
}
