import type { SchemeId } from '../../core/watchlist.ts';
import type { AdvisorySeverity } from '../advisories/severities.ts';

/** The files of a comparison, in the folder of its page. */
export const COMPARE_FILES = { index: 'versions.json', edits: 'edits.json' } as const;

/** A release, as far as the comparison asks before it reads notes. What is empty is left out. */
export interface ComparedRelease {
  readonly version: string;
  /** The UTC day it came out. */
  readonly day: string;
  /** Letters of FLAGS. */
  readonly flags?: string;
  /** Upstream’s name for it, where that differs. */
  readonly ref?: string;
  /** What channels call it, by their place among the repositories. */
  readonly tags?: Readonly<Record<string, string>>;
  /** What it is affected by: the place among the advisories, and the version to go to where one is known. */
  readonly open?: readonly (readonly [advisory: number, fixedIn?: string])[];
  /** How many edits of its notes the ledger knows. */
  readonly edits?: number;
}

/** Releases that follow one another. */
export interface CompareLine {
  readonly name?: string;
  readonly isByDate?: true;
  /** The tracks beside the latest version: their names, and the latest of each. Highest first. */
  readonly tracks: readonly (readonly [name: string, latest: string])[];
  /** Lowest first. */
  readonly releases: readonly ComparedRelease[];
}

export interface ComparedAdvisory {
  readonly id: string;
  readonly url: string;
  readonly severity: AdvisorySeverity;
  readonly isMalware?: true;
  readonly summary?: string;
}

/** All versions of a project, in their order: what the comparison page loads first. */
export interface CompareIndex {
  readonly format: 1;
  readonly project: string;
  readonly name: string;
  readonly scheme: SchemeId;
  /** The purl of its package. */
  readonly package: string;
  /** Purls of the packages whose source compares code, channels first. */
  readonly repositories: readonly string[];
  /** The versions that lists say are in use, and the titles of the lists. */
  readonly uses: readonly (readonly [version: string, list: string])[];
  /** Worst first. */
  readonly advisories: readonly ComparedAdvisory[];
  readonly lines: readonly CompareLine[];
}
