import { MOST_ENTRIES } from './feed-document.ts';

/**
 * The archives of a feed that shows only its newest entries, the oldest archive first; in each, entries as they came: newest first.
 * They are full when they are made and counted from the oldest entry, so that a new one changes none. What is in no archive yet
 * is in the feed: it shows as many entries as an archive holds.
 */
export function cutArchives<Entry>(newestFirst: readonly Entry[]): Entry[][] {
  if (newestFirst.length <= MOST_ENTRIES) return [];
  const full = Math.floor(newestFirst.length / MOST_ENTRIES);
  return Array.from({ length: full }, (_, index) => {
    const end = newestFirst.length - index * MOST_ENTRIES;
    return newestFirst.slice(end - MOST_ENTRIES, end);
  });
}
