import { hoursBetween, type Instant } from '../core/instant.ts';
import { compareVersions } from './compare-versions.ts';
import { type Entry, isOffered, isStable } from './entry.ts';
import { latestOf } from './latest-of.ts';
import { type ReleaseTrack, tracksOf } from './tracks.ts';

/** Where a project stands. */
export interface Standing {
  /** The highest stable version, which need not be the newest by date. */
  readonly latest: Entry | undefined;
  /** The highest pre-release, if it is above the latest stable version. */
  readonly upcoming: Entry | undefined;
  /** The newest stable release by date, which need not be the highest version. */
  readonly newest: Entry | undefined;
  /** The lines that go on beside one another, highest first; one where there are no others. */
  readonly tracks: readonly ReleaseTrack[];
  /** Versions that the scheme cannot read. They come last in every order. */
  readonly unreadable: number;
  /** Median days between stable releases, over the last 20. */
  readonly everyDays: number | undefined;
  /** Stable releases in the 365 days before `asOf`. */
  readonly inLastYear: number;
}

const LOOKED_AT = 20;

/** Where a project stands as of a moment: the newest that data/ knows, never the clock. Entries are newest first. */
export function standing(entries: readonly Entry[], asOf: Instant): Standing {
  const stable = entries.filter(isStable);
  const latest = latestOf(stable);
  const coming = entries
    .filter((entry) => entry.prerelease && isOffered(entry))
    .sort(compareVersions)
    .at(-1);
  const isAbove = coming !== undefined && (latest === undefined || compareVersions(coming, latest) > 0);
  return {
    latest,
    upcoming: isAbove ? coming : undefined,
    newest: stable[0],
    tracks: tracksOf(entries).filter((track, index) => index === 0 || goesOn(track, asOf)),
    unreadable: entries.filter(({ step }) => step.kind === 'other').length,
    everyDays: medianGap(stable.slice(0, LOOKED_AT + 1)),
    inLastYear: stable.filter(({ at }) => hoursBetween(at, asOf) <= 365 * 24).length,
  };
}

// An older line without a release in a year has come to its end, even if nobody said so.
function goesOn({ isKept, newestAt }: ReleaseTrack, asOf: Instant): boolean {
  return isKept && hoursBetween(newestAt, asOf) <= 365 * 24;
}

function medianGap(entries: readonly Entry[]): number | undefined {
  const gaps: number[] = [];
  for (const [index, { at }] of entries.entries()) {
    const before = entries[index + 1];
    if (before !== undefined) gaps.push(hoursBetween(before.at, at) / 24);
  }
  if (gaps.length < 2) return undefined;
  const sorted = gaps.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
