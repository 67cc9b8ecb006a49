import { daysBetween } from '../core/days-between.ts';
import type { VersionFacts } from '../versions/scheme.ts';
import { compareVersions } from './compare-versions.ts';
import { type Entry, isStable } from './entry.ts';
import { findUsed } from './find-used.ts';
import { latestOf } from './latest-of.ts';
import { schemeOfProject } from './project-scheme.ts';
import { isOnTrack, tracksOf } from './tracks.ts';

/**
 * `current`: nothing stable is above it. `ahead`: the same of a pre-release, or of a version that is not held. `unreadable`: it is no
 * version of the project's scheme. `unknown`: no stable release is held.
 */
export type UseState = 'current' | 'behind' | 'ahead' | 'unreadable' | 'unknown';

/** Where a version in use stands among the releases of its project. */
export interface Behind {
  readonly used: string;
  readonly state: UseState;
  /** The release in use, where it is held. */
  readonly entry: Entry | undefined;
  /** The highest stable version of the same track that is above it. */
  readonly onTrack: Entry | undefined;
  /** The highest stable version. */
  readonly latest: Entry | undefined;
  /** The stable releases above it, up to the latest, lowest first. */
  readonly between: readonly Entry[];
  /** Days from that of its publication to that of the latest: a libyear is 365.25. Absent where it is not held. https://libyear.com */
  readonly days: number | undefined;
}

/** Where a version in use stands among the entries of its project, which are in any order. */
export function behind(entries: readonly Entry[], used: string): Behind {
  const entry = findUsed(entries, used);
  const stable = entries.filter((one) => isStable(one) && factsOf(one) !== undefined);
  const [some] = stable;
  if (some === undefined) return none(used, 'unknown', entry);
  const scheme = schemeOfProject(some.project);
  const version = entry?.version ?? used;
  const facts = scheme.facts(version);
  if (facts === undefined) return none(used, 'unreadable', entry);
  const own = stable.filter((one) => factsOf(one)?.variant === facts.variant);
  const latest = latestOf(own);
  if (latest === undefined) return none(used, 'unknown', entry);
  const isAbove = (one: Entry) => scheme.precedence(one.version, version) === 1;
  const between = own.filter((one) => isAbove(one) && compareVersions(one, latest) <= 0);
  const track = tracksOf(own).find((one) => isOnTrack(one, facts));
  return {
    used,
    state: stateOf(between.length > 0, entry),
    entry,
    onTrack: track && isAbove(track.latest) ? track.latest : undefined,
    latest,
    between: between.sort(compareVersions),
    days: entry && daysBetween(entry.at, latest.at),
  };
}

function factsOf({ project, version }: Entry): VersionFacts | undefined {
  return schemeOfProject(project).facts(version);
}

function stateOf(isBehind: boolean, entry: Entry | undefined): UseState {
  if (isBehind) return 'behind';
  return entry === undefined || entry.prerelease ? 'ahead' : 'current';
}

function none(used: string, state: UseState, entry: Entry | undefined): Behind {
  return { used, state, entry, onTrack: undefined, latest: undefined, between: [], days: undefined };
}
