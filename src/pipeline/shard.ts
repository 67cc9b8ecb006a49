import { createHash } from 'node:crypto';
import { ConfigError } from '../platform/errors.ts';

/** One of the parts that a run is cut into; the first one is 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * `2/4`: the second of four parts.
 * @throws ConfigError for what is no part
 */
export function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new ConfigError(`--shard ${text}: no part of a run`, {
    remedy: 'give a number and how many there are: --shard 2/4',
  });
}

/** Whether a package belongs to a part. By its name alone, so that it stays there when others come and go: its part has its cache. */
export function ofShard(purl: string, shard: Shard | undefined): boolean {
  if (shard === undefined) return true;
  const number = createHash('sha256').update(`shard ${purl}`).digest().readUInt32BE(0);
  return number % shard.count === shard.index - 1;
}
