import { CHANGES_PATH } from '../core/site-path.ts';
import { FEED_FILTERS, type FeedFilter } from './feed-filters.ts';

/** What every place of the site has a feed of: its releases through each filter, and what happened to them later. */
export type FeedKind = Pick<FeedFilter, 'id' | 'name' | 'path' | 'title' | 'description'>;

/** The kinds of feeds, the plainest first. */
export const FEED_KINDS: readonly FeedKind[] = [
  ...FEED_FILTERS,
  {
    id: 'changes',
    name: 'Changes',
    path: CHANGES_PATH,
    title: 'changes',
    description: 'What happened to releases after they came out',
  },
];
