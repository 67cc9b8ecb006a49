import { compareText } from '../core/compare-text.ts';
import { hoursBetween, type Instant } from '../core/instant.ts';
import type { Release } from '../core/release.ts';
import type { ChannelRelease, Entry } from './entry.ts';

/** One package that ships a version: when, and how long after the first one that did. */
export interface Shipment extends ChannelRelease {
  /** Undefined where neither upstream nor our own watching tells. */
  readonly at: Instant | undefined;
  /** Hours after the first shipment whose time is known; 0 for that one. */
  readonly lagHours: number | undefined;
}

/** The packages that ship an entry's version, the project's own one first. */
export function shipmentsOf(entry: Entry): Shipment[] {
  const all = [{ package: entry.project.package, release: entry.release }, ...entry.channels];
  const times = all.map(({ release }) => shippedAt(release, entry));
  const [first] = times.filter((at) => at !== undefined).sort(compareText);
  return all.map((one, index) => {
    const at = times[index];
    const lagHours = at === undefined || first === undefined ? undefined : hoursBetween(first, at);
    return { ...one, at, lagHours };
  });
}

// Without upstream's word, the moment when we saw it counts; but what was there at the first import may be years older.
function shippedAt({ publishedAt, seenAt }: Release, { release }: Entry): Instant | undefined {
  return publishedAt ?? (release.publishedAt !== undefined && seenAt > release.seenAt ? seenAt : undefined);
}
