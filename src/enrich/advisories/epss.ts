import { EPSS_BANDS } from '../../core/advisory.ts';

export type EpssBand = (typeof EPSS_BANDS)[number];

// The probability moves every day, mostly by little: a band that is held is left only when it is left clearly.
const SLACK = 1.5;

/**
 * The band of a probability from 0 to 1, by its lower end; undefined below 1 %. The one that is held stays while the probability is
 * near it, so that a value on the border does not change a file every day.
 */
export function bandOf(probability: number, held: EpssBand | undefined): EpssBand | undefined {
  const plain = EPSS_BANDS.find((least) => probability >= least);
  if (plain === held) return held;
  const isNear = held !== undefined && probability >= held / SLACK && probability < upperEnd(held) * SLACK;
  return isNear || (held === undefined && probability < 0.01 * SLACK) ? held : plain;
}

function upperEnd(band: EpssBand): number {
  return EPSS_BANDS.toReversed().find((least) => least > band) ?? 1;
}
