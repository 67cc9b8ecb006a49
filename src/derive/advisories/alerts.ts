import type { Project } from '../../core/project.ts';
import { showHidden } from '../../core/show-hidden.ts';
import type { Affliction } from './package-advisories.ts';
import type { ProjectAdvisories } from './project-advisories.ts';
import { worstFirst } from './vulnerability.ts';

/** A version that a list says is in use, and what it is affected by. */
export interface Alert extends Affliction {
  readonly project: Project;
  readonly list: string;
  readonly version: string;
}

/** The alerts of a project: for every list that names a version in use. */
export function alertsOf(project: Project, advisories: ProjectAdvisories): Alert[] {
  return project.lists.flatMap(({ list, uses }) =>
    uses === undefined
      ? []
      : advisories.ofVersion(uses).affectedBy.map((one) => ({ ...one, project, list, version: uses })),
  );
}

/** Alerts of many projects in the order in which they concern people. */
export function sortAlerts(alerts: readonly Alert[]): Alert[] {
  return alerts.toSorted((a, b) => worstFirst(a.vulnerability, b.vulnerability));
}

/** `axios 1.7.2 (list main) is affected by GHSA-…, high: fixed in 1.8.2` */
export function alertInWords({ project, list, version, ...affliction }: Alert): string {
  return `${project.name} ${version} (list ${list}) ${afflictionInWords(affliction)}`;
}

/** `is affected by GHSA-…, high: fixed in 1.8.2`, `is malware by MAL-2026-1` */
export function afflictionInWords({
  vulnerability: { id, severity, isMalware },
  fixedIn,
}: Affliction): string {
  const fix = fixedIn === undefined ? 'no fixed version is known' : `fixed in ${showHidden(fixedIn)}`;
  if (isMalware) return `is malware by ${id}${fixedIn === undefined ? '' : `: ${fix}`}`;
  return `is affected by ${id}, ${severityInWords(severity)}: ${fix}`;
}

/** `high`, `of unknown severity` */
export function severityInWords(severity: Affliction['vulnerability']['severity']): string {
  return severity === 'unknown' ? 'of unknown severity' : severity;
}
