import { type FeedDocument, MOST_ENTRIES, updatedAt } from './feed-document.ts';
import { oncePerEntry } from './once-per-entry.ts';
import { archiveNamespace, element, historyLines, markup, text, textAsHtml, xmlDocument } from './xml.ts';

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"';

/** RSS 2.0 with the whole text in content:encoded. https://www.rssboard.org/rss-specification */
export function renderRss(document: FeedDocument): string {
  const { title, description, pageUrl, urls, items } = document;
  const lines = [
    `<title>${text(title)}</title>`,
    `<link>${text(pageUrl)}</link>`,
    `<description>${text(description)}</description>`,
    `<lastBuildDate>${moment(updatedAt(document))}</lastBuildDate>`,
    '<docs>https://www.rssboard.org/rss-specification</docs>',
    '<generator>Tidings</generator>',
    '<language>en</language>',
    '<ttl>60</ttl>',
    `<atom:link href="${text(urls.rss)}" rel="self" type="application/rss+xml"/>`,
    ...historyLines(document, 'atom:link', 'rss'),
    ...items.slice(0, MOST_ENTRIES).map(rssItem),
  ];
  const root = `rss version="2.0" ${NAMESPACES}${archiveNamespace(document)}`;
  return xmlDocument(document, element(root, [element('channel', lines, 1)], 0));
}

const rssItem = oncePerEntry(({ id, title, url, published, html, summary, tags }) => {
  const lines = [
    `<title>${textAsHtml(title)}</title>`,
    `<link>${text(url)}</link>`,
    `<guid isPermaLink="false">${text(id)}</guid>`,
    `<pubDate>${moment(published)}</pubDate>`,
    ...(summary === '' ? [] : [`<description>${textAsHtml(summary)}</description>`]),
    ...(html === undefined ? [] : [`<content:encoded>${markup(html)}</content:encoded>`]),
    ...tags.map((tag) => `<category>${text(tag)}</category>`),
  ];
  return element('item', lines, 2);
});

function moment(instant: string): string {
  return new Date(instant).toUTCString();
}
