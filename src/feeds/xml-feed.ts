import { Feed } from 'feed';
import { escapeHtml } from '../core/escape.ts';
import { type FeedDocument, type FeedEntry, MOST_ENTRIES, updatedAt } from './feed-document.ts';
import { feedText } from './feed-text.ts';

/** The document in the hands of the `feed` package, which writes RSS 2.0 and Atom. */
export function toXmlFeed(document: FeedDocument): Feed {
  const feed = new Feed({
    id: document.id,
    title: feedText(document.title),
    description: feedText(document.description),
    link: document.pageUrl,
    language: 'en',
    updated: new Date(updatedAt(document)),
    generator: 'Tidings',
    copyright: '',
    author: { name: 'Tidings' },
    feedLinks: { rss: document.urls.rss, atom: document.urls.atom, json: document.urls.json },
    ttl: 60,
  });
  for (const entry of document.items.slice(0, MOST_ENTRIES)) feed.addItem(toItem(entry));
  return feed;
}

// Titles and summaries are text, but the package declares them as HTML.
function toItem({ id, title, url, published, updated, html, summary, tags }: FeedEntry) {
  return {
    id,
    guid: id,
    title: escapeHtml(feedText(title)),
    link: url,
    published: new Date(published),
    date: new Date(updated),
    description: escapeHtml(feedText(summary)),
    // The package writes CDATA and splits only the first `]]>`: a second one would end it, and the rest be markup of the feed.
    ...(html !== undefined && { content: feedText(html).replaceAll(']]>', ']]&gt;') }),
    category: tags.map((tag) => ({ name: tag, term: tag })),
  };
}
