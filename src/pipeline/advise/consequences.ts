import type { Instant } from '../../core/instant.ts';
import { type Project, packagesOf } from '../../core/project.ts';
import { type Alert, alertsOf, sortAlerts } from '../../derive/advisories/alerts.ts';
import { joinRecords } from '../../derive/advisories/join-records.ts';
import type { Affliction } from '../../derive/advisories/package-advisories.ts';
import { projectAdvisories } from '../../derive/advisories/project-advisories.ts';
import { indexByPackage, type Vulnerability } from '../../derive/advisories/vulnerability.ts';
import { projectEntries } from '../../derive/entries.ts';
import { standing } from '../../derive/standing.ts';
import { readAdvisories } from '../../store/advisories.ts';
import { readRecords } from '../../store/read-records.ts';
import type { Workspace } from '../workspace.ts';

/** What advisories mean for a project now. */
export interface ProjectConsequences {
  readonly project: Project;
  /** Those of which a record is new. */
  readonly news: readonly Vulnerability[];
  /** The latest stable version, if it is affected. */
  readonly latest: { readonly version: string; readonly affectedBy: readonly Affliction[] } | undefined;
}

export interface Consequences {
  readonly projects: readonly ProjectConsequences[];
  readonly alerts: readonly Alert[];
}

/** What the advisories in a data folder mean for what is followed. */
export async function readConsequences(
  { data, projects }: Pick<Workspace, 'data' | 'projects'>,
  added: ReadonlySet<string>,
  at: Instant,
): Promise<Consequences> {
  const byPackage = indexByPackage(joinRecords(await readAdvisories(data)));
  const told: ProjectConsequences[] = [];
  const alerts: Alert[] = [];
  for (const project of projects) {
    if (!packagesOf(project).some(({ purl }) => byPackage.has(purl))) continue;
    const entries = projectEntries(project, await readRecords(data, packagesOf(project)));
    const advisories = projectAdvisories(project, entries, byPackage);
    const { latest } = standing(entries, at);
    const affectedBy = latest === undefined ? [] : advisories.ofVersion(latest.version).affectedBy;
    told.push({
      project,
      news: advisories.all.filter(({ records }) => records.some(({ id }) => added.has(id))),
      latest:
        latest === undefined || affectedBy.length === 0 ? undefined : { version: latest.version, affectedBy },
    });
    alerts.push(...alertsOf(project, advisories));
  }
  return { projects: told, alerts: sortAlerts(alerts) };
}
