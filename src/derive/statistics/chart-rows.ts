import { projectPath } from '../../core/site-path.ts';
import type { StepKind } from '../step.ts';
import type { ProjectStatistics } from './project-statistics.ts';
import type { StepCount } from './step-mix.ts';

const STEP_NAMES: Readonly<Record<StepKind, string>> = {
  major: 'Major',
  minor: 'Minor',
  patch: 'Patch',
  prerelease: 'Pre-release',
  other: 'No version of its scheme',
};

/** The mix of steps for people; what is no version is told of where there is any. */
export function mixRows(mix: readonly StepCount[]): { name: string; phase: StepKind; count: number }[] {
  return mix
    .filter(({ kind, count }) => kind !== 'other' || count > 0)
    .map(({ kind, count }) => ({ name: STEP_NAMES[kind], phase: kind, count }));
}

const MOST_PROJECTS = 20;

/** The projects that try most versions in public before they come out. `link` makes an address of a path. */
export function toStableRows(
  projects: readonly ProjectStatistics[],
  link: (path: string) => string,
): { name: string; href: string; hours: readonly number[] }[] {
  return projects
    .filter(({ toStable }) => toStable.length > 0)
    .sort((a, b) => b.toStable.length - a.toStable.length)
    .slice(0, MOST_PROJECTS)
    .map(({ project, toStable }) => ({
      name: project.name,
      href: link(projectPath(project.id)),
      hours: toStable,
    }));
}
