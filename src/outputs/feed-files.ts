import { CHANGES_PATH } from '../core/site-path.ts';
import { changesByRelease } from '../derive/changes-by-release.ts';
import { FEED_FILTERS, type FeedFilter } from '../derive/feed-filters.ts';
import { MOST_ENTRIES } from '../feeds/feed-document.ts';
import type { Target } from '../outputs.ts';
import type { Site } from '../site.ts';
import { archiveFeeds, newestArchive } from './archive-feeds.ts';
import { changeEntries } from './changes-feed.ts';
import { type FeedPlace, feedPlaces } from './feed-places.ts';
import { inUseEntries } from './in-use-feed.ts';
import { type LaidOutFeed, writeFeed } from './laid-out-feed.ts';
import { releaseEntry } from './release-entry.ts';

/** Writes the feeds of every place in every filter and format, and those of its changes. Returns how many files. */
export async function writeFeeds(site: Site, target: Target): Promise<number> {
  const changes = changesByRelease(site.changes);
  let files = 0;
  for (const place of feedPlaces(site, target)) {
    const filtered = FEED_FILTERS.map((filter) => ofReleases(place, filter, changes, site, target));
    const inUse = place.list === undefined ? [] : [await ofInUse(place, place.list, changes, site, target)];
    const feeds = [...(await Promise.all(filtered)), ofChanges(place, site, target), ...inUse];
    for (const feed of [...feeds, ...archiveFeeds(place, changes, target)]) {
      files += await writeFeed(feed, target);
    }
  }
  return files;
}

async function ofReleases(
  place: FeedPlace,
  { id, path, title, description, full, keeps }: FeedFilter,
  changes: ReturnType<typeof changesByRelease>,
  site: Site,
  target: Target,
): Promise<LaidOutFeed> {
  const entries = place.entries.filter((entry) => keeps(entry, site.says)).slice(0, MOST_ENTRIES);
  const items = entries.map((entry, index) => releaseEntry(entry, index < full, changes, site, target));
  const isAll = path === '';
  return {
    path: place.path + path,
    pagePath: place.path + (place.hasFilterPages ? path : ''),
    id: isAll ? place.id : idOf(place, id),
    title: isAll ? place.title : `${place.name}: ${title}`,
    description: isAll ? place.description : `${place.description}. ${description}`,
    ...(isAll && { history: { previous: newestArchive(place) } }),
    items: await Promise.all(items),
  };
}

function ofChanges(place: FeedPlace, site: Site, target: Target): LaidOutFeed {
  return {
    path: place.path + CHANGES_PATH,
    pagePath: place.changesPage,
    id: idOf(place, 'changes'),
    title: place.joint === '#' ? `${place.name} changes` : `${place.name}: changes`,
    description: `What happened to ${place.about} after they came out`,
    items: changeEntries(place.items, site, target),
  };
}

async function ofInUse(
  place: FeedPlace,
  list: string,
  changes: ReturnType<typeof changesByRelease>,
  site: Site,
  target: Target,
): Promise<LaidOutFeed> {
  return {
    path: `${place.path}in-use/`,
    pagePath: place.path,
    id: idOf(place, 'in-use'),
    title: `${place.name}: in use`,
    description: `What concerns the versions that the list “${place.name}” says are in use`,
    items: await inUseEntries(list, changes, site, target),
  };
}

function idOf({ id, joint }: FeedPlace, filter: string): string {
  return joint === '#' ? `${id}#${filter}` : `${id}${filter}/`;
}
