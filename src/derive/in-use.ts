import { compareText } from '../core/compare-text.ts';
import type { Project } from '../core/project.ts';
import type { Release } from '../core/release.ts';
import type { Affliction } from './advisories/package-advisories.ts';
import type { ProjectAdvisories } from './advisories/project-advisories.ts';
import type { Vulnerability } from './advisories/vulnerability.ts';
import { type Behind, behind } from './behind.ts';
import type { Entry } from './entry.ts';

/** A version that a list says is in use, and what awaits its users on the way up. */
export interface InUse {
  readonly list: string;
  readonly project: Project;
  readonly behind: Behind;
  /** Of the releases between, those that break something. */
  readonly breaking: readonly Entry[];
  /** What affects the version. Worst first. */
  readonly affectedBy: readonly Affliction[];
  /** Of those, what the latest version is free of. */
  readonly closes: readonly Vulnerability[];
  /** The gravest that upstream says of the version itself. */
  readonly flag: Flag | undefined;
}

export type Flag = 'withdrawn' | 'yanked' | 'deprecated';

/** What is needed to know of a project. */
export interface UsedProject {
  readonly project: Project;
  readonly entries: readonly Entry[];
  readonly advisories: ProjectAdvisories;
}

/** The versions of these projects in use, by list, then by name. `breaks` says whether a release breaks something. */
export function versionsInUse(projects: readonly UsedProject[], breaks: (entry: Entry) => boolean): InUse[] {
  const found = projects.flatMap((one) => {
    return one.project.lists.flatMap(({ list, uses }) =>
      uses === undefined ? [] : [toInUse(list, uses, one, breaks)],
    );
  });
  return found.sort((a, b) => compareText(a.list, b.list) || compareText(nameOf(a), nameOf(b)));
}

function toInUse(list: string, uses: string, used: UsedProject, breaks: (entry: Entry) => boolean): InUse {
  const stands = behind(used.entries, uses);
  const { affectedBy } = used.advisories.ofVersion(uses);
  // In all its packages: one that has not shipped the latest yet is no safer for it.
  const left =
    stands.latest &&
    used.advisories.ofVersion(stands.latest.version).affectedBy.map((one) => one.vulnerability);
  return {
    list,
    project: used.project,
    behind: stands,
    breaking: stands.between.filter(breaks),
    affectedBy,
    closes: affectedBy.map((one) => one.vulnerability).filter((one) => left?.includes(one) === false),
    flag: stands.entry && flagOf(stands.entry.release),
  };
}

function flagOf({ withdrawnAt, yanked, deprecated }: Release): Flag | undefined {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (yanked !== undefined) return 'yanked';
  return deprecated === undefined ? undefined : 'deprecated';
}

function nameOf({ project: { name, id } }: InUse): string {
  return `${name.toLowerCase()}\n${id}`;
}

/** How far versions in use are behind, together: libyears, of the versions whose publication is known. */
export function libyears(all: readonly InUse[]): number {
  let days = 0;
  for (const one of all) days += one.behind.days ?? 0;
  return days / 365.25;
}
