import { z } from 'zod';
import type { Instant } from '../core/instant.ts';
import { hash, type Receipt, type Validators } from '../platform/http/validators.ts';
import { parseIfJson } from '../platform/parse-if-json.ts';

/** What was read the last time, as short texts by name: without it a look-up is as right, but slower. */
export type Memory = Readonly<Record<string, string>>;

const Remembered = z.object({ since: z.string().optional(), memory: z.record(z.string(), z.string()) });

/**
 * Recalls the last look-up under this key. Nothing is recalled of one that asked for another span of time: it read too
 * little, or too much, for an “unchanged” to mean anything now.
 */
export async function recall(
  validators: Validators,
  key: string,
  since: Instant | undefined,
): Promise<Memory | undefined> {
  const text = (await validators.read(key))?.fingerprint;
  if (text === undefined) return undefined;
  const { data } = Remembered.safeParse(parseIfJson(text));
  return data === undefined || data.since !== since ? undefined : data.memory;
}

/** The receipt that makes `recall` give this memory. */
export function toReceipt(key: string, since: Instant | undefined, memory: Memory): Receipt {
  return { key, validator: { fingerprint: JSON.stringify({ since, memory }) } };
}

/** The fingerprint of a plain value. */
export function fingerprint(value: unknown): string {
  return hash(JSON.stringify(value ?? null));
}
