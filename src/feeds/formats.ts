import { renderAtom } from './atom.ts';
import type { FeedDocument } from './feed-document.ts';
import { renderJsonFeed } from './json-feed.ts';
import { renderRss } from './rss.ts';

/** Every format of a feed: its file beside the page, its media type and its writer. */
export const FEED_FORMATS: readonly {
  readonly id: keyof FeedDocument['urls'];
  readonly title: string;
  readonly file: string;
  readonly type: string;
  readonly render: (document: FeedDocument) => string;
}[] = [
  { id: 'atom', title: 'Atom', file: 'atom.xml', type: 'application/atom+xml', render: renderAtom },
  { id: 'rss', title: 'RSS', file: 'feed.xml', type: 'application/rss+xml', render: renderRss },
  { id: 'json', title: 'JSON', file: 'feed.json', type: 'application/feed+json', render: renderJsonFeed },
];
