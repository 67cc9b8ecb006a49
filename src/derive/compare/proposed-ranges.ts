import type { ComparedRelease, CompareIndex, CompareLine } from './compare-index.ts';
import { hasFlag } from './compare-range.ts';
import { findVersion, refOf } from './find-version.ts';

/** Two versions that are worth comparing, by what upstream calls them. */
export interface ProposedRange {
  readonly from: string;
  readonly to: string;
  /** `In use (Platform team) → latest` */
  readonly title: string;
}

const MOST_TRACKS = 5;

/** What to compare, the likeliest first: what is in use, the last stable step, the tracks. Empty where there are no two versions. */
export function proposedRanges(index: CompareIndex): ProposedRange[] {
  const named = index.lines.length > 1;
  const proposed = [...usedRanges(index), ...index.lines.flatMap((line) => lineRanges(line, named))];
  const seen = new Set<string>();
  return proposed.filter(({ from, to }) => {
    const key = JSON.stringify([from, to]);
    return from !== to && !seen.has(key) && seen.add(key);
  });
}

function usedRanges(index: CompareIndex): ProposedRange[] {
  return index.uses.flatMap(([version, list]) => {
    const used = findVersion(index, version);
    const latest = used && latestOf(used.line);
    if (used === undefined || latest === undefined || used.line.releases.indexOf(latest) <= used.at)
      return [];
    return [{ from: refOf(used.release), to: refOf(latest), title: `In use (${list}) → latest` }];
  });
}

function lineRanges(line: CompareLine, isNamed: boolean): ProposedRange[] {
  const stable = line.releases.filter(isStable);
  const latest = latestOf(line);
  const end = latest ?? line.releases.at(-1);
  const before = latest === undefined ? line.releases.at(-2) : stable[stable.indexOf(latest) - 1];
  if (end === undefined) return [];
  const named = isNamed && line.name !== undefined ? `${line.name}: ` : '';
  const last = before && {
    from: refOf(before),
    to: refOf(end),
    title: `${named}${latest === undefined ? 'The last two' : 'Previous stable → latest'}`,
  };
  const tracks = line.tracks
    .filter(([, ref]) => ref !== refOf(end))
    .slice(0, MOST_TRACKS)
    .map(([name, from]) => ({ from, to: refOf(end), title: `${named}Latest of ${name} → latest` }));
  return [...(last === undefined ? [] : [last]), ...tracks].filter(({ from }) => isBelow(line, from, end));
}

/** The version of a line to use: the highest stable one, before any that upstream deprecated. */
export function latestOf({ releases }: CompareLine): ComparedRelease | undefined {
  const stable = releases.filter(isStable);
  return stable.findLast((one) => !hasFlag(one, 'deprecated')) ?? stable.at(-1);
}

function isStable(release: ComparedRelease): boolean {
  return !(['prerelease', 'yanked', 'withdrawn'] as const).some((flag) => hasFlag(release, flag));
}

function isBelow({ releases }: CompareLine, ref: string, end: ComparedRelease): boolean {
  return releases.findIndex((one) => refOf(one) === ref) < releases.indexOf(end);
}
