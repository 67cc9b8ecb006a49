import { changesByRelease } from '../derive/changes-by-release.ts';
import type { Entry } from '../derive/entry.ts';
import type { InUse } from '../derive/in-use.ts';
import type { Target } from '../outputs.ts';
import type { ProjectView, Site } from '../site.ts';
import { projectApi } from './api-files.ts';
import { projectBadges } from './badge-files.ts';
import { comparePages } from './compare-pages.ts';
import { projectFeeds } from './feed-files.ts';
import type { Shells } from './page-shells.ts';
import { releasePages } from './release-pages.ts';
import { upgradeNotesFile } from './upgrade-files.ts';

/** A file of the site: its path below it, and what it holds. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What is known to those who write the files of one project. */
export interface Pass {
  readonly site: Site;
  readonly target: Target;
  readonly changes: ReturnType<typeof changesByRelease>;
  /** What stands in the feed of the site. */
  readonly shown: ReadonlySet<Entry>;
  readonly shells: Shells;
  /** What the lists say is in use, by the id of the project. */
  readonly usesOf: ReadonlyMap<string, readonly InUse[]>;
}

export function toPass(site: Site, target: Target, shells: Shells): Pass {
  const usesOf = Map.groupBy(site.inUse, ({ project }) => project.id);
  return {
    site,
    target,
    changes: changesByRelease(site.changes),
    shown: new Set(site.entries),
    shells,
    usesOf,
  };
}

/** All files of one kind of a project. They may depend on nothing that `projectKeys` leaves out. */
export type ProjectOutput = (view: ProjectView, pass: Pass) => Promise<OutputFile[]> | OutputFile[];

/** What is made of each project, and kept for as long as the project stays the same, by the name that the build times it under. */
export const PROJECT_OUTPUTS: Readonly<Record<string, ProjectOutput>> = {
  'release pages': releasePages,
  comparisons: comparePages,
  feeds: projectFeeds,
  badges: projectBadges,
  API: (view, pass) => [...projectApi(view, pass), ...upgradeNotesFile(view)],
};
