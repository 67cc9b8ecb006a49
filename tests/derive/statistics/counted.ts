import type { Change } from '../../../src/core/change.ts';
import type { PackageRecord } from '../../../src/core/package-record.ts';
import type { Project } from '../../../src/core/project.ts';
import type { Release } from '../../../src/core/release.ts';
import { projectEntries } from '../../../src/derive/entries.ts';
import type { CountedProject } from '../../../src/derive/statistics/project-statistics.ts';
import { type Statistics, statisticsOf } from '../../../src/derive/statistics/statistics.ts';
import { aRecord } from '../../build-release.ts';

export const AS_OF = '2026-11-27T10:00:00Z';

/** A project that holds these releases of its package. */
export function counted(
  project: Project,
  releases: readonly Release[],
  fields: Partial<PackageRecord> = {},
): CountedProject {
  const record = aRecord({ package: project.package.purl, releases, ...fields });
  const records = new Map([[record.package, record]]);
  return {
    project,
    records,
    entries: projectEntries(project, records),
    failures: [],
    standing: { everyDays: 3 },
  };
}

export function statisticsFor(
  projects: readonly CountedProject[],
  changes: readonly Change[] = [],
): Statistics {
  return statisticsOf({ projects, changes, asOf: AS_OF });
}
