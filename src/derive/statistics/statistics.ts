import type { Change } from '../../core/change.ts';
import { compareText } from '../../core/compare-text.ts';
import type { Instant } from '../../core/instant.ts';
import { packagesOf } from '../../core/project.ts';
import type { Entry } from '../entry.ts';
import { latencies } from '../latency.ts';
import { type ActiveTimes, activeTimes } from './active-times.ts';
import { isVouchedFor } from './conduct.ts';
import { type CountedProject, type ProjectStatistics, projectStatistics } from './project-statistics.ts';
import { type Authors, releaseAuthors } from './release-authors.ts';
import { firstMonday } from './releases-by-week.ts';
import { type StepCount, stepMix } from './step-mix.ts';
import { dayText } from './utc-day.ts';

/** The detection latencies of the packages of one type, in hours, ascending. */
export interface SourceLatency {
  readonly type: string;
  readonly hours: readonly number[];
}

export interface Statistics {
  readonly asOf: Instant;
  /** The first day of the 53 weeks that are counted. */
  readonly from: string;
  /** What came out in these weeks, newest first within a project. */
  readonly entries: readonly Entry[];
  readonly mix: readonly StepCount[];
  readonly times: ActiveTimes;
  readonly authors: Authors;
  /** In the order in which they were given. */
  readonly projects: readonly ProjectStatistics[];
  /** By type. Those for which nothing was measured are left out. */
  readonly latencies: readonly SourceLatency[];
}

/** All that is asked of a site. */
export interface Counted {
  readonly projects: readonly CountedProject[];
  readonly changes: readonly Change[];
  readonly asOf: Instant;
}

/** Every measure of all projects as of a moment, each in one pass over the releases. */
export function statisticsOf({ projects, changes, asOf }: Counted): Statistics {
  const known = {
    changes: Map.groupBy(changes, (change) => change.package),
    vouching: vouchingTypes(projects),
    asOf,
  };
  const counted = projects.map((one) => projectStatistics(one, known));
  const from = dayText(firstMonday(asOf));
  const entries = counted
    .flatMap((one) => one.entries)
    .filter(({ at }) => at.slice(0, 10) >= from && at <= asOf);
  return {
    asOf,
    from,
    entries,
    mix: stepMix(entries),
    times: activeTimes(entries),
    authors: releaseAuthors(entries),
    projects: counted,
    latencies: sourceLatencies(projects, asOf),
  };
}

function vouchingTypes(projects: readonly CountedProject[]): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { project, records } of projects) {
    for (const { purl, type } of packagesOf(project)) {
      if (records.get(purl)?.releases.some(isVouchedFor)) types.add(type);
    }
  }
  return types;
}

function sourceLatencies(projects: readonly CountedProject[], asOf: Instant): SourceLatency[] {
  // A package may be in several projects, as a channel.
  const packages = new Map(
    projects.flatMap(({ project, records }) =>
      packagesOf(project).flatMap(({ purl, type }) => {
        const record = records.get(purl);
        return record === undefined ? [] : [[purl, { type, record }] as const];
      }),
    ),
  );
  return [...Map.groupBy(packages.values(), ({ type }) => type)]
    .map(([type, ofType]) => ({
      type,
      hours: latencies(
        ofType.map(({ record }) => record),
        asOf,
      ),
    }))
    .filter(({ hours }) => hours.length > 0)
    .sort((a, b) => compareText(a.type, b.type));
}
