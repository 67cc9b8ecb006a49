import type { VersionFacts } from '../versions/scheme.ts';
import { compareVersions } from './compare-versions.ts';
import { type Entry, isOffered, isStable } from './entry.ts';
import { plainVersion } from './plain-version.ts';
import { schemeOfProject } from './project-scheme.ts';
import { type ReleaseTrack, tracksOf } from './tracks.ts';

/** What stands beside a version in the order of versions, among those that upstream stands by. */
export interface TrackNeighbours {
  /** The track: `22`, `1.34`, `3 alpine`, `@scope/x 1`. */
  readonly track: string;
  /** The nearest stable version below on the track; below a pre-release, the nearest of any kind. */
  readonly older: Entry | undefined;
  readonly newer: Entry | undefined;
  /** Where people come from: the same, else the highest stable version below on another track. */
  readonly before: Entry | undefined;
}

/**
 * The neighbours of all entries of a project, made at once: those that the scheme can read have some. Each component of a monorepo has
 * tracks of its own. A pre-release of what has no stable version yet is on the track that it is going to begin.
 */
export function trackNeighbours(entries: readonly Entry[]): ReadonlyMap<Entry, TrackNeighbours> {
  const components = Map.groupBy(entries.flatMap(toKnown), ({ component }) => component);
  return new Map([...components.values()].flatMap(neighboursOf));
}

interface Known {
  readonly entry: Entry;
  readonly component: string | undefined;
  /** The entry with the version of its component: what tracks go by. */
  readonly plain: Entry;
  readonly facts: VersionFacts;
}

function toKnown(entry: Entry): Known[] {
  const scheme = schemeOfProject(entry.project);
  const read = plainVersion(entry.version, scheme);
  if (read === undefined) return [];
  const { component, version } = read;
  const facts = scheme.facts(version);
  if (facts === undefined) return [];
  return [{ entry, component, plain: component === undefined ? entry : { ...entry, version }, facts }];
}

function neighboursOf(known: readonly Known[]): (readonly [Entry, TrackNeighbours])[] {
  const nameOf = trackNamer(tracksOf(known.map(({ plain }) => plain)));
  const sorted = known.toSorted((a, b) => compareVersions(a.plain, b.plain));
  const named = sorted.map(({ entry, component, facts }): Named => {
    const { key, track } = nameOf(facts);
    return {
      entry,
      variant: facts.variant,
      key,
      track: component === undefined ? track : `${component} ${track}`,
    };
  });
  const below = nearest(named);
  const above = nearest(named.toReversed());
  return named.map(({ entry, track }) => {
    const { onTrack: older, anywhere } = below.get(entry) ?? NONE;
    return [entry, { track, older, newer: above.get(entry)?.onTrack, before: older ?? anywhere }];
  });
}

interface Facts {
  readonly numbers: readonly bigint[];
  readonly variant?: string | undefined;
}

/** Majors of which each minor version is a track have names of two numbers, those to come too. */
function trackNamer(tracks: readonly ReleaseTrack[]): (facts: Facts) => Pick<Named, 'key' | 'track'> {
  const majorOf = ({ numbers, variant }: Facts) => toKey({ numbers: numbers.slice(0, 1), variant });
  const depths = new Map(tracks.map((track) => [majorOf(track), track.numbers.length]));
  const names = new Map(tracks.map((track) => [toKey(track), track.name]));
  return (facts) => {
    const key = toKey({ ...facts, numbers: facts.numbers.slice(0, depths.get(majorOf(facts)) ?? 1) });
    return { key, track: names.get(key) ?? key };
  };
}

function toKey({ numbers, variant }: Facts): string {
  return variant === undefined ? numbers.join('.') : `${numbers.join('.')} ${variant}`;
}

interface Named {
  readonly entry: Entry;
  readonly variant: string | undefined;
  /** Unlike its name, no other track has it: the name of one of an image leaves out the variant. */
  readonly key: string;
  readonly track: string;
}

interface Nearest {
  readonly onTrack: Entry | undefined;
  readonly anywhere: Entry | undefined;
}

const NONE: Nearest = { onTrack: undefined, anywhere: undefined };

/** What came last before each of a row: on its track, and the last stable one of its variant. */
function nearest(row: readonly Named[]): Map<Entry, Nearest> {
  const found = new Map<Entry, Nearest>();
  const any = new Map<string, Entry>();
  const stable = new Map<string, Entry>();
  const stableOfVariant = new Map<string | undefined, Entry>();
  for (const { entry, variant, key } of row) {
    const onTrack = (entry.prerelease ? any : stable).get(key);
    found.set(entry, { onTrack, anywhere: stableOfVariant.get(variant) });
    if (isOffered(entry)) any.set(key, entry);
    if (!isStable(entry)) continue;
    stable.set(key, entry);
    stableOfVariant.set(variant, entry);
  }
  return found;
}
