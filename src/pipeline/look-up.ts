import { hoursBetween, type Instant } from '../core/instant.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { HostError } from '../platform/errors.ts';
import type { Task } from '../platform/progress.ts';
import type { Fetched, Source, World } from '../sources/source.ts';
import { WITHDRAWN_AFTER_HOURS } from '../store/merge.ts';
import type { PlannedFetch } from './fetch-plan.ts';

/** What one source answered about each of its packages, by purl. */
export type LookedUp = Map<string, Fetched>;

/** One task a source: it fills `answers`, and its line counts. */
export function lookUpTask(
  source: Source,
  planned: readonly PlannedFetch[],
  held: ReadonlyMap<string, PackageRecord>,
  world: World,
  answers: LookedUp,
  at: Instant,
): Task {
  const run: Task['run'] = async (progress) => {
    let answered = 0;
    const counts = { listed: 0, unchanged: 0, gone: 0, failed: 0 };
    const lookUps = planned.map((plan) => {
      const record = held.get(plan.package.purl);
      return { package: plan.package, since: plan.since, held: record, fresh: isUnsettled(record, at) };
    });
    for await (const { package: pkg, fetched } of source.fetch(lookUps, world)) {
      answers.set(pkg.purl, fetched);
      counts[fetched.status] += 1;
      answered += 1;
      progress.update(`${answered} of ${planned.length}, ${inWords(counts)}`);
    }
    for (const { package: pkg } of planned) {
      if (answers.has(pkg.purl)) continue;
      counts.failed += 1;
      const error = new HostError(`${source.id} gave no answer for ${pkg.purl}`);
      answers.set(pkg.purl, { status: 'failed', error });
    }
    return inWords(counts);
  };
  return { title: source.title, run };
}

function inWords({ listed, unchanged, gone, failed }: Record<Fetched['status'], number>): string {
  const words = [`${listed} read`, `${unchanged} unchanged`];
  if (gone > 0) words.push(`${gone} gone`);
  if (failed > 0) words.push(`${failed} failed`);
  return words.join(', ');
}

// What waits for a second look gets a whole listing once its time has come: “unchanged” would never confirm an absence, or lift a 404.
function isUnsettled(record: PackageRecord | undefined, at: Instant): boolean {
  if (record === undefined || record.unreachableAt !== undefined) return true;
  return record.releases.some(
    ({ missingSince, withdrawnAt }) =>
      missingSince !== undefined &&
      withdrawnAt === undefined &&
      hoursBetween(missingSince, at) >= WITHDRAWN_AFTER_HOURS,
  );
}
