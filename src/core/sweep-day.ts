import { createHash } from 'node:crypto';
import type { Instant } from './instant.ts';

/** In so many days every package is read in full once. */
export const SWEEP_DAYS = 30;

/**
 * The day of the cycle, 0 to 29, on which a package is read in full: the first four bytes of its purl’s sha256, big-endian, modulo 30.
 * It never changes, and spreads the packages evenly.
 */
export function sweepDay(purl: string): number {
  return createHash('sha256').update(purl).digest().readUInt32BE(0) % SWEEP_DAYS;
}

/** Whether a package is due for its full reading on the UTC day of this moment. */
export function isSweepDay(purl: string, at: Instant): boolean {
  const day = Math.floor(Date.parse(at) / 86_400_000);
  return day % SWEEP_DAYS === sweepDay(purl);
}
