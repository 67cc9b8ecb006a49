import { compareText } from '../../core/compare-text.ts';
import type { Conduct, Observed } from './conduct.ts';
import type { ProjectStatistics } from './project-statistics.ts';
import type { Rhythm } from './rhythm.ts';

/** A project that is silent for longer than its rhythm explains. */
export interface Overdue {
  readonly project: ProjectStatistics['project'];
  readonly rhythm: Rhythm;
}

/** Those that are overdue, by how many times what is usual they are silent; the longest first. */
export function overdueFirst(projects: readonly ProjectStatistics[]): Overdue[] {
  const overdue = projects.flatMap(({ project, rhythm }) => (rhythm?.isOverdue ? [{ project, rhythm }] : []));
  return overdue.sort((a, b) => timesUsual(b) - timesUsual(a) || compareText(a.project.id, b.project.id));
}

function timesUsual({ rhythm: { silentDays, usualDays } }: Overdue): number {
  return silentDays / usualDays;
}

/** Projects by how much came out of them since a day, most first. */
export function busiestFirst(projects: readonly ProjectStatistics[], from: string): ProjectStatistics[] {
  const counts = new Map(
    projects.map((one) => [one, one.entries.filter(({ at }) => at.slice(0, 10) >= from).length]),
  );
  const countOf = (one: ProjectStatistics) => counts.get(one) ?? 0;
  return projects.toSorted((a, b) => countOf(b) - countOf(a) || compareText(a.project.id, b.project.id));
}

/** Projects of which anything was observed, those first that people should know of: tags moved, files replaced, then late notes. */
export function gravestFirst(projects: readonly ProjectStatistics[]): ProjectStatistics[] {
  const observed = projects.filter(({ conduct }) => Object.values(conduct).some((one) => one !== undefined));
  return observed.sort(
    (a, b) =>
      changesIn(b.conduct) - changesIn(a.conduct) ||
      shareOf(b.conduct.late) - shareOf(a.conduct.late) ||
      compareText(a.project.id, b.project.id),
  );
}

function changesIn({ moved, replaced }: Conduct): number {
  return (moved?.found ?? 0) + (replaced?.found ?? 0);
}

function shareOf(observed: Observed): number {
  return observed === undefined ? 0 : observed.found / observed.of;
}
