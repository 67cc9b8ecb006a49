import type { Change } from '../core/change.ts';
import type { Instant } from '../core/instant.ts';
import type { PackageRecord } from '../core/package-record.ts';
import type { Project } from '../core/project.ts';
import { laggingChannels } from '../derive/lagging.ts';
import { toChange } from '../store/classify.ts';
import type { Verdict } from './judge.ts';

/**
 * Adds to each verdict the versions that its package lacks while others of the project have had them for a day. A lag is said once:
 * `readChanges` gives what the ledger holds, and is asked only where there is a lag at all.
 */
export async function addLags(
  verdicts: readonly Verdict[],
  projects: readonly Project[],
  held: ReadonlyMap<string, PackageRecord>,
  readChanges: () => Promise<readonly Change[]>,
  at: Instant,
): Promise<Verdict[]> {
  const changes = lagChanges(verdicts, projects, held, at);
  if (changes.length === 0) return [...verdicts];
  const said = new Set((await readChanges()).filter(({ kind }) => kind === 'lagging').map(keyOf));
  const news = Map.groupBy(
    changes.filter((change) => !said.has(keyOf(change))),
    (change) => change.package,
  );
  return verdicts.map((verdict) => {
    const { purl } = verdict.plan.package;
    const record = verdict.record ?? held.get(purl);
    const more = news.get(purl);
    if (more === undefined || record === undefined) return verdict;
    return { ...verdict, record, changes: [...verdict.changes, ...more] };
  });
}

function lagChanges(
  verdicts: readonly Verdict[],
  projects: readonly Project[],
  held: ReadonlyMap<string, PackageRecord>,
  at: Instant,
): Change[] {
  const now = new Map(held);
  for (const { plan, record } of verdicts) if (record !== undefined) now.set(plan.package.purl, record);
  // Of a package that could not be read it is not known what it lacks.
  const read = new Set(
    verdicts
      .filter(({ isRead, failure }) => isRead && failure?.kind !== 'incomplete')
      .map(({ plan }) => plan.package.purl),
  );
  const lags = projects
    .filter(({ channels }) => channels.length > 0)
    .flatMap((project) => laggingChannels(project, now, at));
  const changes = lags
    .filter((lag) => read.has(lag.package.purl))
    .map((lag) => {
      const detail = { kind: 'lagging', subject: lag.ahead.purl } as const;
      return toChange(detail, lag.package.purl, lag.version, at);
    });
  return [...new Map(changes.map((change) => [keyOf(change), change])).values()];
}

function keyOf({ package: purl, version }: Change): string {
  return JSON.stringify([purl, version]);
}
