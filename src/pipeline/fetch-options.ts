import { ConfigError } from '../platform/errors.ts';
import type { FetchOptions } from './fetch.ts';
import { readOnly } from './read-package-name.ts';
import { readShard } from './shard.ts';

/** The options of `npm run fetch` as they were typed. */
export interface TypedOptions {
  readonly only: string | undefined;
  readonly shard: string | undefined;
  readonly out: string | undefined;
  readonly apply: readonly string[];
  readonly commit: boolean;
  readonly push: boolean;
  readonly accept: boolean;
}

/**
 * What a fetch is asked to do.
 * @throws ConfigError for options that contradict one another
 */
export function readFetchOptions({ only, shard, out, apply, commit, push, accept }: TypedOptions) {
  const clash = (problem: string, remedy: string) => new ConfigError(`fetch: ${problem}`, { remedy });
  const land = readLand('fetch', { commit, push });
  if (out !== undefined && (commit || push || apply.length > 0)) {
    throw clash(
      '--out with --commit, --push or --apply',
      'write the answers first, then apply them in another run',
    );
  }
  if (apply.length > 0 && (only !== undefined || shard !== undefined)) {
    throw clash('--apply with --only or --shard', 'name the package or the part where you ask for it');
  }
  if (accept && (only === undefined || out !== undefined)) {
    throw clash('--accept without one package to write', 'name it: --only <purl> --accept');
  }
  const purl = readOnly('fetch', only);
  const packages = purl === undefined ? undefined : new Set([purl]);
  return {
    out,
    only: packages,
    accepted: accept ? packages : undefined,
    shard: readShard(shard),
    land,
    ...(apply.length > 0 && { apply }),
  } satisfies Omit<FetchOptions, 'display'> & { out: string | undefined };
}

/**
 * Where what was read goes.
 * @throws ConfigError if both are wanted
 */
export function readLand(
  command: string,
  { commit, push }: Pick<TypedOptions, 'commit' | 'push'>,
): NonNullable<FetchOptions['land']> {
  if (commit && push) {
    throw new ConfigError(`${command}: --commit and --push`, { remedy: 'give one: --push commits too' });
  }
  if (push) return 'push';
  return commit ? 'commit' : 'files';
}
