import { Feed } from 'feed';
import { type FeedDocument, MOST_ENTRIES, updatedAt } from './feed-document.ts';
import { feedText } from './feed-text.ts';
import { atomEntry, rssItem } from './xml-items.ts';

/** A feed that can be had in both forms of XML. */
export interface XmlFeed {
  readonly atom1: () => string;
  readonly rss2: () => string;
}

/** The document in the hands of the `feed` package, which writes all of RSS 2.0 and Atom but the entries. */
export function toXmlFeed(document: FeedDocument): XmlFeed {
  const items = document.items.slice(0, MOST_ENTRIES);
  const frame = toFrame(document, items);
  return {
    atom1: () => fill(frame.atom1(), 'entry', items.map(atomEntry).join('\n    ')),
    rss2: () => fill(frame.rss2(), 'item', items.map(rssItem).join('\n        ')),
  };
}

/** The feed with one entry, which stands for all: where there is one, and where one has a whole text, the package writes more. */
function toFrame(document: FeedDocument, items: FeedDocument['items']): Feed {
  const frame = new Feed({
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
  const content = items.some(({ html }) => html !== undefined) && { content: '-' };
  const [first] = items;
  if (first !== undefined) {
    frame.addItem({ title: '', link: first.url, date: new Date(first.updated), ...content });
  }
  return frame;
}

function fill(frame: string, name: string, items: string): string {
  if (items === '') return frame;
  const end = `</${name}>`;
  return frame.slice(0, frame.indexOf(`<${name}>`)) + items + frame.slice(frame.indexOf(end) + end.length);
}
