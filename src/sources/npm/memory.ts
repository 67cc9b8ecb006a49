import type { Instant } from '../../core/instant.ts';
import { hash, type Receipt, type Validators } from '../../platform/http/validators.ts';

/** What was read of a package the last time, as fingerprints: without it a look-up is as right, but slower. */
export interface Memory {
  /** What the listing said. */
  readonly listing: string;
  /** The archive that the notes were taken from. */
  readonly archive: string;
}

const SEPARATOR = ' ';

/**
 * Recalls the last look-up at this address. Nothing is recalled of one that asked for another span of time: it read too
 * little, or too much, for an “unchanged” to mean anything now.
 */
export async function recall(
  validators: Validators,
  url: string,
  since: Instant | undefined,
): Promise<Memory | undefined> {
  const remembered = await validators.read(keyOf(url));
  const [span, listing, archive] = remembered?.fingerprint?.split(SEPARATOR) ?? [];
  if (listing === undefined || archive === undefined || span !== spanOf(since)) return undefined;
  return { listing, archive };
}

/** The receipt that makes `recall` give this memory. */
export function toReceipt(url: string, since: Instant | undefined, { listing, archive }: Memory): Receipt {
  return { key: keyOf(url), validator: { fingerprint: [spanOf(since), listing, archive].join(SEPARATOR) } };
}

/** The fingerprint of a plain value. */
export function fingerprint(value: unknown): string {
  return hash(JSON.stringify(value ?? null));
}

function keyOf(url: string): string {
  return `npm ${url}`;
}

function spanOf(since: Instant | undefined): string {
  return since ?? 'ever';
}
