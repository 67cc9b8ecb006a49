import { cleanFeed } from './clean-feed.ts';
import type { FeedDocument } from './feed-document.ts';
import { oncePerEntry } from './once-per-entry.ts';

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
export function renderJsonFeed(document: FeedDocument): string {
  const { title, description, pageUrl, urls, history, items } = cleanFeed(document);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: pageUrl,
    feed_url: urls.json,
    next_url: history?.previous?.json,
    description,
    language: 'en',
    authors: [{ name: 'Tidings' }],
    items: items.map(jsonItem),
  };
  return `${JSON.stringify(feed, undefined, 1)}\n`;
}

const jsonItem = oncePerEntry(({ id, url, title, html, summary, published, updated, tags }) => ({
  id,
  url,
  title,
  ...(html === undefined ? { content_text: summary || title } : { content_html: html }),
  ...(summary !== '' && { summary }),
  date_published: published,
  date_modified: updated,
  ...(tags.length > 0 && { tags }),
}));
