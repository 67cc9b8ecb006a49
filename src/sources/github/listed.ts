import type { Listing } from '../../core/listing.ts';
import { packageName } from '../../core/package.ts';
import { FormatError } from '../../platform/errors.ts';
import type { Fetched } from '../source.ts';
import type { List } from './long-list.ts';
import type { Moved } from './probe.ts';

/**
 * The answer for a repository whose list was read.
 * @param releases what is wanted of it
 * @param dropped entries that were malformed: without them the list is not complete, and if there is nothing else it is no list
 */
export function toListed(
  { lookUp, upstream, receipt }: Moved,
  { nodes, isWhole }: List,
  releases: readonly Listing[],
  dropped: number,
): Fetched {
  if (nodes.length > 0 && dropped === nodes.length) {
    const name = packageName(lookUp.package);
    return {
      status: 'failed',
      error: new FormatError(`GitHub ${name}: all ${dropped} entries are malformed`),
    };
  }
  const listings = { upstream, releases, complete: isWhole && dropped === 0, dropped };
  return { status: 'listed', listings, receipts: [receipt] };
}
