import type { Listing } from '../../src/core/listing.ts';
import type { Release } from '../../src/core/release.ts';
import { type ChangeRules, releaseChanges } from '../../src/store/classify-release.ts';
import { mergeRelease } from '../../src/store/merge-release.ts';

/** One release merged with what its source says now, and the changes that this makes. */
export function mergeOne(held: Release, listing: Listing, rules: ChangeRules) {
  const release = mergeRelease(held, listing);
  return { release, changes: releaseChanges(held, release, rules) };
}
