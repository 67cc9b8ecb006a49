import type { Change } from '../../core/change.ts';
import type { Failure } from '../../core/health.ts';
import type { Instant } from '../../core/instant.ts';
import type { PackageRecord } from '../../core/package-record.ts';
import { type Project, packagesOf } from '../../core/project.ts';
import type { Entry } from '../entry.ts';
import type { Standing } from '../standing.ts';
import { type Conduct, conductOf } from './conduct.ts';
import { datedEntries } from './dated-entries.ts';
import { hoursToStable } from './hours-to-stable.ts';
import { longestSilence, type Silence } from './longest-silence.ts';
import { type Rhythm, rhythmOf } from './rhythm.ts';

/** What statistics need to know of a project. */
export interface CountedProject {
  readonly project: Project;
  readonly entries: readonly Entry[];
  readonly records: ReadonlyMap<string, PackageRecord>;
  readonly failures: readonly Failure[];
  readonly standing: Pick<Standing, 'everyDays'>;
}

/** What is known of everybody. */
export interface Known {
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  readonly vouching: ReadonlySet<string>;
  readonly asOf: Instant;
}

export interface ProjectStatistics {
  readonly project: Project;
  /** Those whose day is known and that its watchlists want shown, newest first. Withdrawn ones came out too. */
  readonly entries: readonly Entry[];
  /** The same median that the page of the project tells. */
  readonly everyDays: number | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly silence: Silence | undefined;
  /** Hours from the first pre-release of a version to that version, ascending. */
  readonly toStable: readonly number[];
  readonly conduct: Conduct;
}

export function projectStatistics(
  counted: CountedProject,
  { changes, vouching, asOf }: Known,
): ProjectStatistics {
  const { project, records } = counted;
  const dated = datedEntries(counted.entries, records.get(project.package.purl)?.importedAt);
  const watched = packagesOf(project).flatMap(({ purl, type }) => {
    const record = records.get(purl);
    return record === undefined ? [] : [{ type, record, changes: changes.get(purl) ?? [] }];
  });
  return {
    project,
    entries: dated.filter(({ prerelease }) => !prerelease || project.track.prereleases !== false),
    everyDays: counted.standing.everyDays,
    rhythm: ownRhythm(counted, dated, asOf),
    silence: longestSilence(dated, asOf),
    toStable: hoursToStable(dated),
    conduct: conductOf(watched, vouching, asOf),
  };
}

/** The rhythm of a project, by its entries whose day is known; one that cannot be read is never overdue. */
export function ownRhythm(
  counted: Pick<CountedProject, 'project' | 'failures'>,
  dated: readonly Entry[],
  asOf: Instant,
): Rhythm | undefined {
  const rhythm = rhythmOf(dated, asOf);
  return rhythm && { ...rhythm, isOverdue: rhythm.isOverdue && isRead(counted) };
}

// Of a package that cannot be read nobody knows whether it is silent.
function isRead({ project, failures }: Pick<CountedProject, 'project' | 'failures'>): boolean {
  return !failures.some(({ kind, package: purl }) => kind !== 'incomplete' && purl === project.package.purl);
}
