import { createHash } from 'node:crypto';
import type { Instant } from './instant.ts';

/** In so many days every package is read in full once, however little its upstream says to have changed. */
export const SWEEP_DAYS = 30;

const DAY = 86_400_000;

/** The day of the round, from 0 on, on which a package is read in full: out of its purl, so that there is no cursor to lose. */
export function sweepDay(purl: string): number {
  return createHash('sha256').update(purl).digest().readUInt32BE(0) % SWEEP_DAYS;
}

/** Whether a moment lies on a package's day; the round counts UTC days from 1970 on. */
export function isSweepDay(purl: string, at: Instant): boolean {
  return Math.floor(Date.parse(at) / DAY) % SWEEP_DAYS === sweepDay(purl);
}
