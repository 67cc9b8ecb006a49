import { escapeHtml } from '../core/escape.ts';
import { cleanFeed } from './clean-feed.ts';
import { type FeedDocument, updatedAt } from './feed-document.ts';
import { oncePerEntry } from './once-per-entry.ts';
import { archiveNamespace, element, historyLines, markup, textAsHtml, xmlDocument } from './xml.ts';

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"';

/** RSS 2.0 with the whole text in content:encoded. https://www.rssboard.org/rss-specification */
export function renderRss(document: FeedDocument): string {
  const { title, description, pageUrl, urls, items } = cleanFeed(document);
  const lines = [
    `<title>${escapeHtml(title)}</title>`,
    `<link>${escapeHtml(pageUrl)}</link>`,
    `<description>${escapeHtml(description)}</description>`,
    `<lastBuildDate>${moment(updatedAt(document))}</lastBuildDate>`,
    '<docs>https://www.rssboard.org/rss-specification</docs>',
    '<generator>Tidings</generator>',
    '<language>en</language>',
    '<ttl>60</ttl>',
    `<atom:link href="${escapeHtml(urls.rss)}" rel="self" type="application/rss+xml"/>`,
    ...historyLines(document, 'atom:link', 'rss'),
    ...items.map(rssItem),
  ];
  const root = `rss version="2.0" ${NAMESPACES}${archiveNamespace(document)}`;
  return xmlDocument(document, element(root, [element('channel', lines, 1)], 0));
}

const rssItem = oncePerEntry(({ id, title, url, published, html, summary, tags }) => {
  const lines = [
    `<title>${textAsHtml(title)}</title>`,
    `<link>${escapeHtml(url)}</link>`,
    `<guid isPermaLink="false">${escapeHtml(id)}</guid>`,
    `<pubDate>${moment(published)}</pubDate>`,
    ...(summary === '' ? [] : [`<description>${textAsHtml(summary)}</description>`]),
    ...(html === undefined ? [] : [`<content:encoded>${markup(html)}</content:encoded>`]),
    ...tags.map((tag) => `<category>${escapeHtml(tag)}</category>`),
  ];
  return element('item', lines, 2);
});

function moment(instant: string): string {
  return new Date(instant).toUTCString();
}
