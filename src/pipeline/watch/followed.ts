import type { Instant } from '../../core/instant.ts';
import type { PackageRecord } from '../../core/package-record.ts';
import { inParallel } from '../../platform/in-parallel.ts';
import { readHealth, readPackage } from '../../store/read.ts';
import { type PlannedFetch, planFetch } from '../fetch-plan.ts';
import { isUnsettled } from '../memory-of-held.ts';
import type { Workspace } from '../workspace.ts';
import { type Asked, askedOf } from './asked.ts';

/** What is known of a followed package when a round is planned. */
export interface Followed {
  readonly purl: string;
  readonly asked: Asked;
  /** When its newest release came out; undefined if it was never read. */
  readonly newestAt: Instant | undefined;
  /** Whether something waits for a second look, such as an absence. */
  readonly waits: boolean;
  /** Whether data/health.json has a failure of it. */
  readonly isFailing: boolean;
}

/** All packages that the watchlists follow, with what data/ says of them. */
export async function readFollowed({ data, projects }: Workspace, at: Instant): Promise<Followed[]> {
  const { failing } = await readHealth(data);
  // GitHub without a token answers in part, and well: nothing gets better by asking less often.
  const broken = failing.filter(({ kind }) => kind !== 'incomplete');
  const isFailing = new Set(broken.map((failure) => failure.package));
  const read = async ({ package: pkg }: PlannedFetch): Promise<Followed> => {
    const stored = await readPackage(data, pkg);
    const dates = datesOf(stored?.record, at);
    return { purl: pkg.purl, asked: askedOf(pkg), ...dates, isFailing: isFailing.has(pkg.purl) };
  };
  const followed: Followed[] = [];
  // A few at a time: all that is kept of a record is two facts.
  for await (const one of inParallel(planFetch(projects), 8, read)) followed.push(one);
  return followed;
}

function datesOf(record: PackageRecord | undefined, at: Instant): Pick<Followed, 'newestAt' | 'waits'> {
  if (record === undefined) return { newestAt: undefined, waits: false };
  const [newest] = record.releases;
  return {
    newestAt: newest?.publishedAt ?? newest?.seenAt ?? record.importedAt,
    waits: isUnsettled(record, at),
  };
}
