import type { Entry } from './entry.ts';
import { type MonthPage, monthPages, newestPage } from './month-pages.ts';

/** One page of the feed. */
export type FeedPage = MonthPage<Entry>;

/** Releases on the first page, and on one of the archive. */
const NEWEST = 60;
const MOST_ENTRIES = 200;

/** The pages of the feed: the newest entries, then the archive by month, oldest page first. Entries are newest first. */
export function feedPages(entries: readonly Entry[]): [FeedPage, ...FeedPage[]] {
  const oldestFirst = entries.toReversed();
  const archive = monthPages(oldestFirst, MOST_ENTRIES, ({ at }) => at);
  return [newestPage(oldestFirst, NEWEST, archive), ...archive];
}
