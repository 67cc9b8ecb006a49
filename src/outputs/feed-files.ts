import { CHANGES_PATH } from '../core/site-path.ts';
import { changesByRelease } from '../derive/changes-by-release.ts';
import type { Entry } from '../derive/entry.ts';
import { FEED_FILTERS, type FeedFilter } from '../derive/feed-filters.ts';
import { type FeedEntry, MOST_ENTRIES } from '../feeds/feed-document.ts';
import type { Target } from '../outputs.ts';
import type { ProjectView, Site } from '../site.ts';
import { archiveFeeds, newestArchive } from './archive-feeds.ts';
import { changeEntries } from './changes-feed.ts';
import { type FeedPlace, projectPlace, sharedPlaces } from './feed-places.ts';
import { inUseEntries } from './in-use-feed.ts';
import { feedFiles, type LaidOutFeed } from './laid-out-feed.ts';
import type { OutputFile, Pass } from './project-outputs.ts';
import { releaseEntry } from './release-entry.ts';
import { writeOutput } from './write-output.ts';

/** Writes the feeds of the places that show several projects together. */
export async function writeSharedFeeds(site: Site, target: Target): Promise<void> {
  const changes = changesByRelease(site.changes);
  for (const place of sharedPlaces(site, target)) {
    for await (const { path, content } of feedsOf(place, changes, site, target)) {
      writeOutput(target.folder, path, content);
    }
  }
}

/** The feeds of a project. */
export async function projectFeeds(
  view: ProjectView,
  { site, target, changes, shown }: Pass,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for await (const file of feedsOf(projectPlace(view, shown, site), changes, site, target)) files.push(file);
  return files;
}

/** The feeds of a place in every filter and format, and those of its changes. */
async function* feedsOf(
  place: FeedPlace,
  changes: ReturnType<typeof changesByRelease>,
  site: Site,
  target: Target,
): AsyncGenerator<OutputFile> {
  const entryOf = releaseEntries(changes, site, target);
  const filtered = FEED_FILTERS.map((filter) => ofReleases(place, filter, entryOf, site));
  const inUse = place.list === undefined ? [] : [await ofInUse(place, place.list, changes, site, target)];
  const feeds = [...(await Promise.all(filtered)), ofChanges(place, site, target), ...inUse];
  for (const feed of feeds) yield* feedFiles(feed, target);
  for (const feed of archiveFeeds(place, changes, target)) yield* feedFiles(feed, target);
}

// Most releases stand in several of the filters: each is made once, with its whole notes and without.
function releaseEntries(changes: ReturnType<typeof changesByRelease>, site: Site, target: Target) {
  const made = { full: new Map<Entry, Promise<FeedEntry>>(), short: new Map<Entry, Promise<FeedEntry>>() };
  return (entry: Entry, isFull: boolean): Promise<FeedEntry> => {
    const known = isFull ? made.full : made.short;
    const item = known.get(entry) ?? releaseEntry(entry, isFull, changes, site, target);
    known.set(entry, item);
    return item;
  };
}

async function ofReleases(
  place: FeedPlace,
  { id, path, title, description, full, keeps }: FeedFilter,
  entryOf: ReturnType<typeof releaseEntries>,
  site: Site,
): Promise<LaidOutFeed> {
  const entries = place.entries.filter((entry) => keeps(entry, site.says)).slice(0, MOST_ENTRIES);
  const items = entries.map((entry, index) => entryOf(entry, index < full));
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
