import { type FeedDocument, MOST_ENTRIES } from './feed-document.ts';
import { feedText } from './feed-text.ts';
import { oncePerEntry } from './once-per-entry.ts';

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. */
export function renderJsonFeed({ title, description, pageUrl, urls, history, items }: FeedDocument): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedText(title),
    home_page_url: pageUrl,
    feed_url: urls.json,
    next_url: history?.previous?.json,
    description: feedText(description),
    language: 'en',
    authors: [{ name: 'Tidings' }],
    items: items.slice(0, MOST_ENTRIES).map(jsonItem),
  };
  return `${JSON.stringify(feed, undefined, 1)}\n`;
}

// JSON.stringify escapes a lone surrogate, and strict readers refuse the escape. https://www.rfc-editor.org/rfc/rfc8259#section-8.2
const jsonItem = oncePerEntry(({ id, url, title, html, summary, published, updated, tags }) => ({
  id: feedText(id),
  url: feedText(url),
  title: feedText(title),
  ...(html === undefined ? { content_text: feedText(summary || title) } : { content_html: feedText(html) }),
  ...(summary !== '' && { summary: feedText(summary) }),
  date_published: published,
  date_modified: updated,
  ...(tags.length > 0 && { tags: tags.map(feedText) }),
}));
