import type { Instant } from '../../core/instant.ts';
import { type Entry, isStable } from '../entry.ts';
import { dayNumber } from './utc-day.ts';

/**
 * The days on which stable releases came out up to a moment, as numbers, oldest first, each once: several lines that are mended on one
 * day are one sign of life.
 */
export function stableDays(entries: readonly Entry[], asOf: Instant): number[] {
  const days = new Set<number>();
  for (const entry of entries) if (isStable(entry) && entry.at <= asOf) days.add(dayNumber(entry.at));
  return [...days].sort((a, b) => a - b);
}
