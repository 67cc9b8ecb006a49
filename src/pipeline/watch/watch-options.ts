import { ConfigError } from '../../platform/errors.ts';
import type { FetchOptions } from '../fetch.ts';
import { readLand } from '../fetch-options.ts';
import { readPort } from '../read-port.ts';

/** The options of `npm run watch` as they were typed. */
export interface TypedOptions {
  readonly every: string | undefined;
  readonly commit: boolean;
  readonly push: boolean;
  readonly port: string | undefined;
  readonly noBuild: boolean;
}

export interface WatchOptions {
  /** Minutes from one round to the next. */
  readonly every: number;
  readonly land: NonNullable<FetchOptions['land']>;
  /** Where the site is served; undefined where none is wanted. */
  readonly port: number | undefined;
}

const EVERY = 60;
const WEEK = 7 * 24 * 60;

/**
 * How to watch.
 * @throws ConfigError for what is no number of minutes, no port, or contradicts itself
 */
export function readWatchOptions({ every, commit, push, port, noBuild }: TypedOptions): WatchOptions {
  if (noBuild && port !== undefined) {
    throw new ConfigError('watch: --port with --no-build', { remedy: 'without a build nothing is served' });
  }
  return {
    every: every === undefined ? EVERY : readMinutes(every),
    land: readLand('watch', { commit, push }),
    port: noBuild ? undefined : readPort(port),
  };
}

function readMinutes(text: string): number {
  const minutes = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (minutes >= 1 && minutes <= WEEK) return minutes;
  throw new ConfigError(`--every ${text}: no number of minutes`, { remedy: `give one from 1 to ${WEEK}` });
}
