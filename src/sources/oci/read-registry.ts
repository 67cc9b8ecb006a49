import type { Listing } from '../../core/listing.ts';
import { fingerprint } from '../memory.ts';
import type { Asking, Reading } from '../package-by-package.ts';
import { chooseTags } from './choose-tags.ts';
import { gone } from './gone.ts';
import type { Image } from './image.ts';
import { listTags } from './list-tags.ts';
import { openRegistry } from './open-registry.ts';
import { orderTags } from './order-tags.ts';
import { type About, readAbout } from './read-about.ts';
import { readDigests } from './read-digests.ts';
import { toListing } from './tag.ts';

/** Reads an image at any registry: the list of its tags, and what a share of them points at. No dates are to be had. */
export async function readRegistry(asking: Asking, image: Image): Promise<Reading> {
  const { held, memory } = asking;
  const registry = openRegistry(asking, image);
  const list = await listTags(registry);
  if (list.status === 'gone') return gone(asking, image.host, list.code);

  const known = new Map(held?.releases.map((release) => [release.version, release]));
  const ordered = orderTags(list.names);
  const choice = chooseTags(ordered, (tag) => known.has(tag), memory?.['cursor']);
  const { found, isCutShort } = await readDigests(registry, choice.tags);
  const newest = ordered.newest === undefined ? undefined : found.get(ordered.newest);
  const about = await readAbout(asking, registry, newest);

  const releases = ordered.tags.map((name) => toListing(found.get(name) ?? { name }, known.get(name)));
  const state = fingerprint([releases, choice.cursor, about.described]);
  if (state === memory?.['state']) return { status: 'unchanged' };
  const dropped = list.dropped + about.dropped + (isCutShort ? 1 : 0);
  const { cursor } = choice;
  return {
    status: 'listed',
    listings: {
      upstream: about.upstream,
      releases: withCommit(releases, ordered.newest, about),
      complete: true,
      dropped,
    },
    receipts: [],
    memory: {
      state,
      ...(cursor !== undefined && { cursor }),
      ...(about.described !== undefined && { described: about.described }),
    },
  };
}

/** Listings in which the newest has the commit that its image names. */
export function withCommit(
  releases: readonly Listing[],
  newest: string | undefined,
  { commit }: About,
): readonly Listing[] {
  if (commit === undefined) return releases;
  return releases.map((listing) => (listing.version === newest ? { ...listing, commit } : listing));
}
