import { hoursBetween, type Instant } from '../core/instant.ts';
import type { PackageRecord } from '../core/package-record.ts';
import { isSweepDay } from '../core/sweep-day.ts';
import type { Validators } from '../platform/http/validators.ts';

import type { StoredPackage } from '../store/read.ts';
import { WITHDRAWN_AFTER_HOURS } from '../store/refuse-listing.ts';
import type { Applied } from './apply.ts';
import type { Verdict } from './judge.ts';

const heldKey = (purl: string) => `held ${purl}`;
const sweptKey = (purl: string) => `swept ${purl}`;

/**
 * Whether a package must be read whole. “Unchanged” is no answer where nothing is held, where what is held is not what the cache was
 * told of (data/ went back, or another writer moved on), where something waits for a second look, and on its day of the deep sweep.
 */
export async function wantsWhole(
  purl: string,
  stored: StoredPackage | undefined,
  validators: Validators,
  at: Instant,
): Promise<boolean> {
  if (stored === undefined || isUnsettled(stored.record, at)) return true;
  if ((await validators.read(heldKey(purl)))?.fingerprint !== stored.digest) return true;
  return isSweepDay(purl, at) && (await validators.read(sweptKey(purl)))?.fingerprint !== dayOf(at);
}

/**
 * Whether something waits for a second look, and its time has come. It gets a whole listing: “unchanged” would never confirm an
 * absence, or lift a 404.
 */
export function isUnsettled(record: PackageRecord, at: Instant): boolean {
  if (record.unreachableAt !== undefined) return true;
  return record.releases.some(
    ({ missingSince, withdrawnAt }) =>
      missingSince !== undefined &&
      withdrawnAt === undefined &&
      hoursBetween(missingSince, at) >= WITHDRAWN_AFTER_HOURS,
  );
}

/**
 * Remembers what may be asked for conditionally from now on. To be called only when everything is persisted: an earlier validator
 * would hide a release behind a 304 after a crash.
 */
export async function rememberAnswers(
  verdicts: readonly Verdict[],
  { digests }: Pick<Applied, 'digests'>,
  held: ReadonlyMap<string, StoredPackage>,
  validators: Validators,
  at: Instant,
): Promise<void> {
  for (const { plan, receipts } of verdicts.filter((verdict) => verdict.receipts.length > 0)) {
    const { purl } = plan.package;
    for (const receipt of receipts) await validators.remember(receipt);
    const fingerprint = digests.get(purl) ?? held.get(purl)?.digest;
    if (fingerprint !== undefined)
      await validators.remember({ key: heldKey(purl), validator: { fingerprint } });
    if (!isSweepDay(purl, at)) continue;
    await validators.remember({ key: sweptKey(purl), validator: { fingerprint: dayOf(at) } });
  }
}

function dayOf(at: Instant): string {
  return at.slice(0, 10);
}
