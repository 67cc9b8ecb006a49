import { escapeHtml } from '../core/escape.ts';
import { cleanFeed } from './clean-feed.ts';
import { type FeedDocument, updatedAt } from './feed-document.ts';
import { oncePerEntry } from './once-per-entry.ts';
import { archiveNamespace, element, historyLines, markup, textAsHtml, xmlDocument } from './xml.ts';

/** Atom, RFC 4287. */
export function renderAtom(document: FeedDocument): string {
  const { id, title, description, pageUrl, urls, items } = cleanFeed(document);
  const lines = [
    `<id>${escapeHtml(id)}</id>`,
    `<title>${escapeHtml(title)}</title>`,
    `<updated>${moment(updatedAt(document))}</updated>`,
    '<generator>Tidings</generator>',
    element('author', ['<name>Tidings</name>'], 1),
    `<link rel="alternate" href="${escapeHtml(pageUrl)}"/>`,
    `<link rel="self" href="${escapeHtml(urls.atom)}"/>`,
    ...historyLines(document, 'link', 'atom'),
    `<subtitle>${escapeHtml(description)}</subtitle>`,
    ...items.map(atomEntry),
  ];
  const root = `feed xmlns="http://www.w3.org/2005/Atom"${archiveNamespace(document)}`;
  return xmlDocument(document, element(root, lines, 0));
}

const atomEntry = oncePerEntry(({ id, title, url, published, updated, html, summary, tags }) => {
  const lines = [
    `<title type="html">${textAsHtml(title)}</title>`,
    `<id>${escapeHtml(id)}</id>`,
    `<link href="${escapeHtml(url)}"/>`,
    `<updated>${moment(updated)}</updated>`,
    ...(summary === '' ? [] : [`<summary type="html">${textAsHtml(summary)}</summary>`]),
    ...(html === undefined ? [] : [`<content type="html">${markup(html)}</content>`]),
    ...tags.map((tag) => `<category label="${escapeHtml(tag)}" term="${escapeHtml(tag)}"/>`),
    `<published>${moment(published)}</published>`,
  ];
  return element('entry', lines, 1);
});

function moment(instant: string): string {
  return new Date(instant).toISOString();
}
