import type { Release } from '../../core/release.ts';
import type { Held } from '../source.ts';

/**
 * The versions that we hold as mere tags, and that a list of releases lacks. A project that begins to publish releases lists
 * those instead of its tags, which are then not withdrawn.
 */
export function findMereTags(held: Held | undefined, listed: ReadonlySet<string>): ReadonlySet<string> {
  const tags = held?.releases.filter((release) => isMereTag(release) && !listed.has(release.version)) ?? [];
  return new Set(tags.map(({ version }) => version));
}

function isMereTag({ notesFrom, id, title, author, assets, withdrawnAt }: Release): boolean {
  const ofRelease = [id, title, author, assets, withdrawnAt];
  return notesFrom !== 'release' && ofRelease.every((field) => field === undefined);
}
