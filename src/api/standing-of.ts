import type { Entry } from '../derive/entry.ts';
import type { Standing } from '../derive/standing.ts';
import type { ApiProject } from './shapes/project.ts';
import type { Dated } from './shapes/values.ts';

/** Where a project stands, but for what depends on the day. */
export function standingOf({ latest, upcoming, newest, everyDays }: Standing): ApiProject['standing'] {
  return {
    ...(latest && { latest: toDated(latest) }),
    ...(upcoming && { upcoming: toDated(upcoming) }),
    ...(newest && { newest: toDated(newest) }),
    ...(everyDays !== undefined && { everyDays: Math.round(everyDays * 100) / 100 }),
  };
}

/** The version of a release, and when it came out. */
export function toDated({ version, at }: Entry): Dated {
  return { version, at };
}
