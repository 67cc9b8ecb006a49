import type { Entry } from './entry.ts';
import { percentile } from './latency.ts';
import { shipmentsOf } from './shipments.ts';
import { countInWords, lagInWords } from './words.ts';

/** How long after the first of a project's packages one of them usually ships a version. */
export interface ChannelLag {
  /** The versions that it and another package have, and of which both times are known. */
  readonly versions: number;
  /** Of how many of them it was the first, or as soon as the first. */
  readonly first: number;
  /** The median, in hours. */
  readonly hours: number;
}

const LOOKED_AT = 50;

/** The usual lag of each package of a project, by purl, over the newest entries that several packages ship. Entries are newest first. */
export function channelLags(entries: readonly Entry[]): ReadonlyMap<string, ChannelLag> {
  const shared = entries.filter(({ channels }) => channels.length > 0).slice(0, LOOKED_AT);
  const timed = shared.flatMap((entry) => {
    const known = shipmentsOf(entry).flatMap(({ package: { purl }, lagHours }) =>
      lagHours === undefined ? [] : [{ purl, lagHours }],
    );
    return known.length > 1 ? known : [];
  });
  const byPackage = [...Map.groupBy(timed, ({ purl }) => purl)];
  return new Map(byPackage.map(([purl, lags]) => [purl, toLag(lags.map(({ lagHours }) => lagHours))]));
}

function toLag(lags: number[]): ChannelLag {
  const hours = percentile(
    lags.toSorted((a, b) => a - b),
    50,
  );
  return { versions: lags.length, first: lags.filter((lag) => lag === 0).length, hours: hours ?? 0 };
}

/** `first with 12 of 14 shared versions`, `usually 3 hours later, over 14 shared versions` */
export function usualLagInWords({ versions, first, hours }: ChannelLag): string {
  const shared = countInWords(versions, 'shared version');
  return hours === 0 ? `first with ${first} of ${shared}` : `usually ${lagInWords(hours)}, over ${shared}`;
}
