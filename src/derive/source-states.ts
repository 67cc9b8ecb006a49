import { compareText } from '../core/compare-text.ts';
import type { Failure } from '../core/health.ts';
import type { Instant } from '../core/instant.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { type Project, packagesOf } from '../core/project.ts';
import { type Latency, latencyOf } from './latency.ts';
import { type SweepLoad, sweepLoad } from './sweep-load.ts';

/** How all packages of one type are. */
export interface SourceState {
  readonly type: string;
  readonly packages: number;
  readonly releases: number;
  readonly failing: number;
  readonly latency: Latency;
}

export interface SourceStates {
  readonly sources: readonly SourceState[];
  readonly failures: readonly { readonly failure: Failure; readonly project: Project }[];
  readonly sweep: SweepLoad;
}

interface Followed {
  readonly projects: readonly {
    readonly project: Project;
    readonly records: ReadonlyMap<string, PackageRecord>;
  }[];
  readonly failures: readonly Failure[];
  readonly asOf: Instant;
}

/** How each type of package is read and how fast, what fails and in which project, and what the deep sweep has to do. */
export function sourceStates({ projects, failures, asOf }: Followed): SourceStates {
  const packages = new Map<string, { type: string; record: PackageRecord | undefined }>();
  const owners = new Map<string, Project>();
  for (const { project, records } of projects) {
    for (const { purl, type } of packagesOf(project)) {
      packages.set(purl, { type, record: records.get(purl) });
      owners.set(purl, project);
    }
  }
  const hard = new Set(
    failures.filter(({ kind }) => kind !== 'incomplete').map((failure) => failure.package),
  );
  const byType = Map.groupBy(packages, ([, { type }]) => type);
  const sources = [...byType].map(([type, ofType]): SourceState => {
    const records = ofType.map(([, { record }]) => record).filter((record) => record !== undefined);
    return {
      type,
      packages: ofType.length,
      releases: records.reduce((sum, { releases }) => sum + releases.length, 0),
      failing: ofType.filter(([purl]) => hard.has(purl)).length,
      latency: latencyOf(records, asOf),
    };
  });
  return {
    sources: sources.sort((a, b) => compareText(a.type, b.type)),
    failures: failures.flatMap((failure) => {
      const project = owners.get(failure.package);
      return project === undefined ? [] : [{ failure, project }];
    }),
    sweep: sweepLoad(packages.keys()),
  };
}
