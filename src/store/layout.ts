import { FORMAT, type PackageRecord, ReleaseFile, ReleaseShard } from '../core/package-record.ts';
import { newestFirst, type Release, releasedAt } from '../core/release.ts';
import { serialize } from './canonical-json.ts';

/** How a package lies on disk: whole, or by year, a large year by month. It only ever grows. */
export interface Layout {
  readonly split: boolean;
  /** The period (`2026` or `2026-11`) of each version; a release stays where it is, even if re-dated. */
  readonly periods: ReadonlyMap<string, string>;
}

export const WHOLE: Layout = { split: false, periods: new Map() };

const MOST_RELEASES = 150;
const MOST_BYTES = 256 * 1024;
const MOST_BYTES_A_YEAR = 512 * 1024;

/**
 * The files of a package as text, by what follows its name: `''` is the header, `'@2026'` a shard.
 * @throws ZodError if the record is not valid: nothing invalid is ever written
 */
export function layOut(record: PackageRecord, layout: Layout): Map<string, string> {
  const files = [...toFiles(record, layout)].map(([name, file]) => {
    const valid = name === '' ? ReleaseFile.parse(file) : ReleaseShard.parse(file);
    return [name, serialize(valid)] as const;
  });
  return new Map(files);
}

// Not validated: sizes are asked for far more often than files are written.
function toFiles(record: PackageRecord, layout: Layout): Map<string, object> {
  const { releases, ...header } = record;
  const { package: purl } = header;
  if (!layout.split) return new Map([['', { format: FORMAT, ...header, releases }]]);
  const files = new Map<string, object>([['', { format: FORMAT, ...header, split: 'year', releases: [] }]]);
  const shards = Map.groupBy(releases, (release) => periodOf(release, layout.periods));
  for (const [period, shard] of shards) {
    files.set(`@${period}`, { format: FORMAT, package: purl, releases: shard.toSorted(newestFirst) });
  }
  return files;
}

function periodOf(release: Release, periods: ReadonlyMap<string, string>): string {
  const known = periods.get(release.version);
  if (known !== undefined) return known;
  const at = releasedAt(release);
  const isMonthly = [...periods.values()].some((period) => period.startsWith(`${at.slice(0, 4)}-`));
  return at.slice(0, isMonthly ? 7 : 4);
}

/** The layout that the record needs: the same one if nothing passed its limit. */
export function growLayout(record: PackageRecord, layout: Layout): Layout {
  const files = toFiles(record, layout);
  if (!layout.split) {
    const isSmall = record.releases.length <= MOST_RELEASES && sizeOf(files.get('')) <= MOST_BYTES;
    return isSmall ? layout : growLayout(record, { split: true, periods: years(record.releases) });
  }
  const large = [...files].filter(([name, file]) => name.length === 5 && sizeOf(file) > MOST_BYTES_A_YEAR);
  if (large.length === 0) return layout;
  const largeYears = new Set(large.map(([name]) => name.slice(1)));
  const periods = new Map<string, string>();
  for (const release of record.releases) {
    const period = periodOf(release, layout.periods);
    periods.set(release.version, largeYears.has(period) ? monthIn(period, release) : period);
  }
  return { split: true, periods };
}

/** Whether a package lies on disk in files that have passed their limit, by what follows its name: its split is still to come. */
export function isOvergrown(
  record: PackageRecord,
  { split }: Layout,
  texts: ReadonlyMap<string, string>,
): boolean {
  const sizes = [...texts].map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }));
  if (split) return sizes.some(({ name, bytes }) => name.length === 5 && bytes > MOST_BYTES_A_YEAR);
  return record.releases.length > MOST_RELEASES || sizes.some(({ bytes }) => bytes > MOST_BYTES);
}

function sizeOf(file: object | undefined): number {
  return Buffer.byteLength(serialize(file ?? {}));
}

function years(releases: readonly Release[]): Map<string, string> {
  return new Map(releases.map((release) => [release.version, releasedAt(release).slice(0, 4)]));
}

// A release that was re-dated out of its year stays in it: in its first month.
function monthIn(year: string, release: Release): string {
  const at = releasedAt(release);
  return at.startsWith(year) ? at.slice(0, 7) : `${year}-01`;
}
