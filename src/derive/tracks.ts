import type { Instant } from '../core/instant.ts';
import type { VersionFacts } from '../versions/scheme.ts';
import { compareVersions } from './compare-versions.ts';
import { type Entry, isStable } from './entry.ts';
import { schemeOfProject } from './project-scheme.ts';

/** One line of releases that goes on beside others: Node.js 22 and 24, Kubernetes 1.33 and 1.34, the `alpine` tags of an image. */
export interface ReleaseTrack {
  /** `22`, `1.34`, `3 alpine` */
  readonly name: string;
  /** Its highest stable version. */
  readonly latest: Entry;
  /** Its newest stable release by date. */
  readonly newestAt: Instant;
  readonly startedAt: Instant;
  /** Whether it had a release after the next higher line began, or there is none: an LTS line, or the current one. */
  readonly isKept: boolean;
}

interface Known {
  readonly entry: Entry;
  readonly facts: VersionFacts;
}

/**
 * The tracks of a project's stable releases, highest first. A track is a major version; where a project goes on with older minor
 * versions of a major one, each minor version is a track.
 */
export function tracksOf(entries: readonly Entry[]): ReleaseTrack[] {
  const known = entries.filter(isStable).flatMap((entry): Known[] => {
    const facts = schemeOfProject(entry.project).facts(entry.version);
    return facts === undefined ? [] : [{ entry, facts }];
  });
  const variants = [...Map.groupBy(known, ({ facts }) => facts.variant).values()];
  const tracks = variants.flatMap((variant) => markKept(tracksOfVariant(variant)));
  return tracks.sort((a, b) => compareVersions(b.latest, a.latest));
}

function tracksOfVariant(known: readonly Known[]): Omit<ReleaseTrack, 'isKept'>[] {
  return [...Map.groupBy(known, ({ facts }) => facts.numbers[0]).values()].flatMap((major) => {
    const minors = [...Map.groupBy(major, ({ facts }) => facts.numbers[1]).values()];
    return goesOnWithOlder(minors) ? minors.map((minor) => toTrack(minor, 2)) : [toTrack(major, 1)];
  });
}

// Once may be a slip; twice is a habit.
const HABIT = 2;

function goesOnWithOlder(minors: readonly (readonly Known[])[]): boolean {
  const tracks = minors.map((minor) => toTrack(minor, 2)).sort((a, b) => compareVersions(b.latest, a.latest));
  let late = 0;
  let nextBegan: Instant | undefined;
  for (const { latest, startedAt } of tracks) {
    const ofTrack = minors.find((minor) => minor.some(({ entry }) => entry === latest)) ?? [];
    const border = nextBegan;
    if (border !== undefined) late += ofTrack.filter(({ entry }) => entry.at > border).length;
    nextBegan = nextBegan === undefined || startedAt < nextBegan ? startedAt : nextBegan;
  }
  return late >= HABIT;
}

function toTrack(known: readonly Known[], depth: 1 | 2): Omit<ReleaseTrack, 'isKept'> {
  const [first, ...rest] = known;
  if (first === undefined) throw new RangeError('a track has releases');
  let latest = first.entry;
  let startedAt = latest.at;
  let newestAt = latest.at;
  for (const { entry } of rest) {
    if (compareVersions(entry, latest) > 0) latest = entry;
    if (entry.at < startedAt) startedAt = entry.at;
    if (entry.at > newestAt) newestAt = entry.at;
  }
  const numbers = first.facts.numbers.slice(0, depth).join('.');
  const { variant } = first.facts;
  const name =
    variant === undefined || schemeOfProject(latest.project).hasCopies ? numbers : `${numbers} ${variant}`;
  return { name, latest, newestAt, startedAt };
}

function markKept(tracks: readonly Omit<ReleaseTrack, 'isKept'>[]): ReleaseTrack[] {
  const highestFirst = tracks.toSorted((a, b) => compareVersions(b.latest, a.latest));
  return highestFirst.map((track, index) => {
    const next = highestFirst[index - 1];
    return { ...track, isKept: next === undefined || track.newestAt > next.startedAt };
  });
}
