import { type FeedDocument, MOST_ENTRIES } from './feed-document.ts';
import { feedText } from './feed-text.ts';

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ (the `feed` package writes version 1). */
export function renderJsonFeed({ title, description, pageUrl, urls, history, items }: FeedDocument): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: pageUrl,
    feed_url: urls.json,
    next_url: history?.previous?.json,
    description,
    language: 'en',
    authors: [{ name: 'Tidings' }],
    items: items
      .slice(0, MOST_ENTRIES)
      .map(({ id, url, title, html, summary, published, updated, tags }) => ({
        id,
        url,
        title,
        ...(html === undefined ? { content_text: summary || title } : { content_html: html }),
        ...(summary !== '' && { summary }),
        date_published: published,
        date_modified: updated,
        ...(tags.length > 0 && { tags }),
      })),
  };
  return `${JSON.stringify(feed, readable, 1)}\n`;
}

// JSON.stringify escapes a lone surrogate, and strict readers refuse the escape. https://www.rfc-editor.org/rfc/rfc8259#section-8.2
function readable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? feedText(value) : value;
}
