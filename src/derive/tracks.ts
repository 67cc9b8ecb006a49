import type { Instant } from '../core/instant.ts';
import type { VersionFacts } from '../versions/scheme.ts';
import { compareVersions } from './compare-versions.ts';
import { type Entry, isStable } from './entry.ts';
import { schemeOfProject } from './project-scheme.ts';

/** One line of releases that goes on beside others: Node.js 22 and 24, Kubernetes 1.33 and 1.34, the `alpine` tags of an image. */
export interface ReleaseTrack {
  /** `22`, `1.34`, `3 alpine` */
  readonly name: string;
  /** The leading numbers that its versions share: `[22n]`, `[1n, 34n]`. */
  readonly numbers: readonly bigint[];
  readonly variant: string | undefined;
  /** Its highest stable version. */
  readonly latest: Entry;
  /** Its newest stable release by date. */
  readonly newestAt: Instant;
  readonly startedAt: Instant;
  /** Whether it had a release after the next higher line began, or there is none: an LTS line, or the current one. */
  readonly isKept: boolean;
}

interface Track extends Omit<ReleaseTrack, 'isKept'> {
  /** Its highest versions came out in their order, and there is more than one. */
  readonly isInOrder: boolean;
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

/** Whether a version belongs to a track, be it held or not. */
export function isOnTrack({ numbers, variant }: ReleaseTrack, facts: VersionFacts): boolean {
  return (
    facts.variant === variant && numbers.every((number, index) => number === (facts.numbers[index] ?? 0n))
  );
}

function tracksOfVariant(known: readonly Known[]): Track[] {
  return [...Map.groupBy(known, ({ facts }) => facts.numbers[0]).values()].flatMap((major) => {
    const minors = [...Map.groupBy(major, ({ facts }) => facts.numbers[1]).values()];
    return goesOnWithOlder(minors) ? minors.map((minor) => toTrack(minor, 2)) : [toTrack(major, 1)];
  });
}

// Once may be a slip; twice is a habit.
const HABIT = 2;

function goesOnWithOlder(minors: readonly (readonly Known[])[]): boolean {
  const tracks = minors
    .map((known) => ({ known, ...toTrack(known, 2) }))
    .sort((a, b) => compareVersions(b.latest, a.latest));
  let late = 0;
  let nextBegan: Instant | undefined;
  for (const track of tracks) {
    const border = nextBegan;
    if (border !== undefined && track.isInOrder) {
      late += track.known.filter(({ entry }) => entry.at > border).length;
    }
    nextBegan = border === undefined || track.startedAt < border ? track.startedAt : border;
  }
  return late >= HABIT;
}

const LOOKED_AT = 3;

// Where dates are not to be trusted, as in a registry that was moved, an old version may have come out last.
function isInOrder(known: readonly Known[]): boolean {
  const entries = known
    .map(({ entry }) => entry)
    .sort(compareVersions)
    .slice(-LOOKED_AT);
  return entries.length > 1 && entries.every(({ at }, index) => at >= (entries[index - 1]?.at ?? at));
}

function toTrack(known: readonly Known[], depth: 1 | 2): Track {
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
  const numbers = first.facts.numbers.slice(0, depth);
  const { variant } = first.facts;
  const isPlain = variant === undefined || schemeOfProject(latest.project).hasCopies;
  const name = isPlain ? numbers.join('.') : `${numbers.join('.')} ${variant}`;
  return { name, numbers, variant, latest, newestAt, startedAt, isInOrder: isInOrder(known) };
}

function markKept(tracks: readonly Track[]): ReleaseTrack[] {
  const highestFirst = tracks.toSorted((a, b) => compareVersions(b.latest, a.latest));
  return highestFirst.map(({ isInOrder, ...track }, index) => {
    const next = highestFirst[index - 1];
    return { ...track, isKept: next === undefined || (isInOrder && track.newestAt > next.startedAt) };
  });
}
