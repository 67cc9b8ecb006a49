import { compareVersions } from '../compare-versions.ts';
import type { Entry } from '../entry.ts';
import { schemeOfProject } from '../project-scheme.ts';
import type { Says } from '../says.ts';
import { tracksOf } from '../tracks.ts';

/** What is to be known of a version, a letter each. */
export const FLAGS = {
  prerelease: 'p',
  breaking: 'b',
  security: 's',
  yanked: 'y',
  withdrawn: 'w',
  deprecated: 'd',
} as const;

/** One version: its text, the UTC day it came out, its flags, and upstream's name for it where that differs. */
export type Rung = readonly [version: string, day: string, flags: string, ref?: string];

/** The versions of one variant of a project, lowest first: all that is needed to say what lies between two of them. */
export interface Ladder {
  readonly variant?: string;
  /** The leading numbers of its tracks, highest first: `2`, `1.33`. */
  readonly tracks: readonly string[];
  readonly rungs: readonly Rung[];
}

/** The ladders of a project, by variant. What is no version of its scheme stands on none. */
export function laddersOf(entries: readonly Entry[], says: Says): Ladder[] {
  const [first] = entries;
  if (first === undefined) return [];
  const scheme = schemeOfProject(first.project);
  const readable = entries.filter(({ version }) => scheme.facts(version) !== undefined);
  const variants = Map.groupBy(readable, ({ version }) => scheme.facts(version)?.variant);
  return [...variants].map(([variant, own]) => ({
    ...(variant !== undefined && { variant }),
    tracks: tracksOf(own).map(({ numbers }) => numbers.join('.')),
    rungs: own.toSorted(compareVersions).map((entry) => toRung(entry, says)),
  }));
}

function toRung(entry: Entry, says: Says): Rung {
  const { version, at, release } = entry;
  const day = at.slice(0, 10);
  const said = flagsOf(entry, says);
  return release.version === version ? [version, day, said] : [version, day, said, release.version];
}

/** What is to be known of an entry, in letters. */
export function flagsOf(entry: Entry, { breaks, secures }: Says): string {
  const { prerelease, release } = entry;
  const flags = [
    prerelease && FLAGS.prerelease,
    breaks(entry) && FLAGS.breaking,
    secures(entry) && FLAGS.security,
    release.yanked !== undefined && FLAGS.yanked,
    release.withdrawnAt !== undefined && FLAGS.withdrawn,
    release.deprecated !== undefined && FLAGS.deprecated,
  ];
  return flags.filter((flag) => flag !== false).join('');
}
