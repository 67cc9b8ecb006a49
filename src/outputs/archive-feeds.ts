import type { changesByRelease } from '../derive/changes-by-release.ts';
import { cutArchives } from '../feeds/cut-archives.ts';
import type { Target } from '../outputs.ts';
import type { FeedPlace } from './feed-places.ts';
import type { LaidOutFeed } from './laid-out-feed.ts';
import { archivedEntry } from './release-entry.ts';

/** The folder of the newest archive of a place’s releases; undefined where its feed shows them all. */
export function newestArchive({ path, entries }: FeedPlace): string | undefined {
  const count = cutArchives(entries).length;
  return count === 0 ? undefined : folderOf(path, count);
}

/**
 * The archives of a place’s releases, the oldest first: titles and links, as notes would double the site. One at a time, since a large
 * site has thousands.
 */
export function* archiveFeeds(
  place: FeedPlace,
  changes: ReturnType<typeof changesByRelease>,
  target: Target,
): Generator<LaidOutFeed> {
  const archives = cutArchives(place.entries);
  for (const [index, entries] of archives.entries()) {
    const number = index + 1;
    yield {
      path: folderOf(place.path, number),
      pagePath: place.path,
      id: place.id,
      title: `${place.title}, archive ${number}`,
      description: `${place.description}. Titles and links alone, without notes`,
      items: entries.map((entry) => archivedEntry(entry, changes, target)),
      history: {
        previous: number > 1 ? folderOf(place.path, number - 1) : undefined,
        next: number < archives.length ? folderOf(place.path, number + 1) : undefined,
        current: place.path,
      },
    };
  }
}

function folderOf(path: string, number: number): string {
  return `${path}archive/${number}/`;
}
