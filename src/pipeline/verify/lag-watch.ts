import type { Change } from '../../core/change.ts';
import type { PackageRecord } from '../../core/package-record.ts';
import type { Project } from '../../core/project.ts';
import { laggingChannels } from '../../derive/lagging.ts';
import type { Problem, Report } from './problem.ts';

/** A line that says that a package lags, where it stands, and the projects of its time. */
export interface LagLine extends Pick<Problem, 'commit' | 'path' | 'line'> {
  readonly change: Change;
  readonly projects: readonly Project[];
}

/** Checks lines that say that a package lags: that each is said once, and that the records bear it out. */
export interface LagWatch {
  /** Begins with a ledger that is believed as it is. */
  readonly restart: (ledger: readonly Change[]) => void;
  readonly expect: (lag: LagLine) => void;
  /** Called after every commit: with the moment of its run, and the records as they are then. */
  readonly look: (at: string, records: () => ReadonlyMap<string, PackageRecord>) => void;
  readonly finish: () => void;
}

/**
 * Which packages were asked in a run is not written down, so that the absence of a line says nothing. A run judges by what all of its
 * packages have come to, and commits one after the other: a line may be borne out by a later commit of the same run.
 */
export function createLagWatch(report: Report): LagWatch {
  const said = new Set<string>();
  let open: LagLine[] = [];

  function refute(lags: readonly LagLine[]): void {
    for (const { commit, path, line, change } of lags) {
      report({ commit, path, line, problem: 'this package did not lag then', there: JSON.stringify(change) });
    }
  }

  function finish(): void {
    refute(open);
    open = [];
  }

  function look(at: string, records: () => ReadonlyMap<string, PackageRecord>): void {
    if (open.length === 0) return;
    // What a later run brings bears nothing out.
    refute(open.filter(({ change }) => change.at !== at));
    const now = records();
    open = open.filter((lag) => lag.change.at === at && !isBorneOut(lag, now));
  }

  function expect(lag: LagLine): void {
    const key = keyOf(lag.change);
    if (!said.has(key)) open.push(lag);
    else report({ ...lag, problem: 'this lag was told before', there: JSON.stringify(lag.change) });
    said.add(key);
  }

  function restart(ledger: readonly Change[]): void {
    finish();
    said.clear();
    for (const change of ledger) if (change.kind === 'lagging') said.add(keyOf(change));
  }

  return { restart, expect, look, finish };
}

function isBorneOut({ change, projects }: LagLine, records: ReadonlyMap<string, PackageRecord>): boolean {
  const { package: purl, version, subject, at } = change;
  return projects
    .filter(({ channels }) => channels.length > 0)
    .flatMap((project) => laggingChannels(project, records, at))
    .some((lag) => lag.package.purl === purl && lag.version === version && lag.ahead.purl === subject);
}

function keyOf({ package: purl, version }: Change): string {
  return JSON.stringify([purl, version]);
}
