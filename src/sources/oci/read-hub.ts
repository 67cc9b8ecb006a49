import { packageName } from '../../core/package.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import type { Asking, Reading } from '../package-by-package.ts';
import { readDetail } from '../read-detail.ts';
import { gone } from './gone.ts';
import { deletedWithin, type HubKnown, recallHub, rememberHub } from './hub-known.ts';
import { HubRepository } from './hub-page.ts';
import type { HubSpan } from './hub-span.ts';
import type { Image } from './image.ts';
import { isNoise } from './is-noise.ts';
import { type Hub, openHub } from './open-hub.ts';
import { type About, heldUpstream } from './read-about.ts';
import { readHubPages } from './read-hub-pages.ts';
import { toListing } from './tag.ts';

/**
 * Reads an image at Docker Hub, newest update first and no further than to what was known: the listing then is complete by what
 * we hold, whose versions it repeats.
 */
export async function readHub(asking: Asking, image: Image): Promise<Reading> {
  const hub = await openHub(asking, image);
  const known = recallHub(asking);
  const { span, end, gone: code } = await readHubPages(asking, hub, known);
  if (code !== undefined) return gone(asking, image.host, code);

  const { memory } = asking;
  const isAsItWas = known !== undefined && (span.newest ?? 0) <= known.newest && span.count === known.total;
  if (isAsItWas && memory?.['described'] !== undefined) return { status: 'unchanged' };
  const about = await readHubAbout(asking, hub, end !== 'known');
  const releases = listReleases(asking, span, end === 'known' ? known : undefined);
  const seen = span.tags.size + span.dropped;
  const hidden = Math.max(span.deleted, end === 'last' ? span.count - seen : 0);
  return {
    status: 'listed',
    listings: {
      upstream: about.upstream,
      releases,
      complete: true,
      dropped: span.dropped + hidden + about.dropped,
    },
    receipts: [],
    memory: {
      // Without it, the next run reads all pages.
      ...(span.deleted === 0 && rememberHub(span, known, releases.length)),
      ...(about.described !== undefined && { described: about.described }),
    },
  };
}

function listReleases({ held, since = '' }: Asking, span: HubSpan, known: HubKnown | undefined) {
  const dates = new Map(held?.releases.map(({ version, publishedAt }) => [version, publishedAt]));
  const read = [...span.tags.values()].filter(
    ({ name, pushedAt }) => !isNoise(name) && (dates.get(name) ?? pushedAt ?? since) >= since,
  );
  const listings = read.map((tag) => toListing(tag, { publishedAt: dates.get(tag.name) }));
  if (known === undefined) return listings;
  const deleted = deletedWithin(span, known);
  const others = [...known.releases.keys()].filter((name) => !span.tags.has(name) && !deleted.has(name));
  return [...listings, ...others.map((version) => ({ version }))];
}

async function readHubAbout(asking: Asking, hub: Hub, isWhole: boolean): Promise<About> {
  const { world, memory, package: pkg } = asking;
  const upstream = heldUpstream(asking);
  if (!isWhole && memory?.['described'] !== undefined) return { upstream, described: 'yes', dropped: 0 };
  const { authorization } = hub;
  const detail = await readDetail(world.http, hub.repositoryUrl, { authorization }, HubRepository);
  if (detail.status === 'passing') return { upstream, dropped: 1 };
  if (detail.status !== 'read') return { upstream, described: 'yes', dropped: 0 };
  const said = { name: packageName(pkg), description: detail.value.description ?? undefined };
  return { upstream: toUpstream(said), described: 'yes', dropped: 0 };
}
