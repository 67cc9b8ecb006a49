import type { Instant } from '../core/instant.ts';
import type { Listing } from '../core/listing.ts';
import type { Release } from '../core/release.ts';

/** Whether a listing could have held a release at all. */
export type Scope = (release: Release) => boolean;

/**
 * What a listing could have held. A repository that begins to publish releases lists them instead of its tags: those are then
 * not asked for, rather than lost.
 */
export function scopeOf(listed: ReadonlyMap<string, Listing>, since: Instant | undefined): Scope {
  const kinds = new Set([...listed.values()].map(({ notesFrom }) => notesFrom));
  const isOtherKind = ({ notesFrom }: Release) =>
    (notesFrom === 'tag' && kinds.has('release')) || (notesFrom === 'release' && kinds.has('tag'));
  const isInTime = ({ publishedAt }: Release) =>
    since === undefined || publishedAt === undefined || publishedAt >= since;
  return (release) => isInTime(release) && !isOtherKind(release);
}
