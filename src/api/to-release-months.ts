import { compareText } from '../core/compare-text.ts';
import { releasePurl } from '../core/package.ts';
import { newestFirst } from '../core/release.ts';
import { releasePath } from '../core/site-path.ts';
import type { Entry } from '../derive/entry.ts';
import { addressOf } from './address-of.ts';
import { pathOf } from './endpoints.ts';
import type { Held, HeldProject } from './held.ts';
import { type MonthPart, monthsOf } from './months.ts';
import type { ApiReleaseMonth } from './shapes/release-month.ts';
import { toOpening } from './to-opening.ts';

/** The releases of all projects by month, oldest document first. */
export function releaseMonths(projects: readonly HeldProject[]): MonthPart<Entry>[] {
  const entries = projects.flatMap((one) => one.entries);
  entries.sort((a, b) => newestFirst(b.release, a.release) || compareText(b.project.id, a.project.id));
  return monthsOf(entries, ({ at }) => at);
}

/** One document of a month. */
export function toReleaseMonth(
  { month, items, older }: MonthPart<Entry>,
  { says }: Pick<Held, 'says'>,
  site: string,
): ApiReleaseMonth {
  const toLine = (entry: Entry): ApiReleaseMonth['releases'][number] => {
    const { project, release, version, at, step, prerelease } = entry;
    const { yanked, deprecated, withdrawnAt } = release;
    return {
      id: releasePurl(project.package, release.version),
      project: project.id,
      version,
      at,
      step: step.kind,
      ...(prerelease && { prerelease }),
      ...(says.breaks(entry) && { breaking: true }),
      ...(says.secures(entry) && { security: true }),
      ...(yanked && { yanked: true }),
      ...(deprecated && { deprecated: true }),
      ...(withdrawnAt && { withdrawnAt }),
      page: addressOf(releasePath(project.id, release.version)),
    };
  };
  return {
    ...toOpening('releases', site),
    month,
    releases: items.map(toLine),
    ...(older && { older: pathOf('releases', { month: older }) }),
  };
}
