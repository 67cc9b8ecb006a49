import type { Instant } from '../core/instant.ts';
import type { Package } from '../core/package.ts';
import type { Project } from '../core/project.ts';
import type { Release } from '../core/release.ts';
import type { Step } from './step.ts';

/** One version of a project as people see it: the primary package's release, with what the channels add. */
export interface Entry {
  readonly project: Project;
  readonly release: Release;
  /** The version without tag decoration: `7.3.5` of `astro@7.3.5`. */
  readonly version: string;
  readonly at: Instant;
  readonly step: Step;
  readonly prerelease: boolean;
  readonly notes: EntryNotes | undefined;
  readonly channels: readonly ChannelRelease[];
}

/** The notes that were chosen for an entry, and the package that wrote them. */
export interface EntryNotes {
  readonly text: string;
  readonly isCut: boolean;
  readonly from: NonNullable<Release['notesFrom']>;
  readonly package: Package;
  /** The version or tag in that package. */
  readonly ref: string;
}

/** The same version in another channel. */
export interface ChannelRelease {
  readonly package: Package;
  readonly release: Release;
}

/** Whether upstream stands by an entry: it is neither yanked nor withdrawn. */
export function isOffered({ release }: Entry): boolean {
  return release.yanked === undefined && release.withdrawnAt === undefined;
}

/** Whether an entry is one that people may be told to use. */
export function isStable(entry: Entry): boolean {
  return !entry.prerelease && isOffered(entry);
}
