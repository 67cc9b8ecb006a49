import { Track } from '../../core/watchlist.ts';
import { ConfigError } from '../../platform/errors.ts';

/**
 * The day from which on an import asks for releases: as it was given, else one year before this moment.
 * @throws ConfigError for what is no day
 */
export function sinceDay(given: string | undefined, now: string): string {
  // The 29th of February has none a year before.
  if (given === undefined)
    return `${Number(now.slice(0, 4)) - 1}${now.slice(4, 10).replace('-02-29', '-02-28')}`;
  if (Track.safeParse({ since: given }).success) return given;
  throw new ConfigError(`import: --since “${given}” is no day`, { remedy: 'write it as 2025-01-31' });
}
