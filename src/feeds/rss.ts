import { completeXml } from './complete-xml.ts';
import type { FeedDocument } from './feed-document.ts';
import { toXmlFeed } from './xml-feed.ts';

/** RSS 2.0 with the whole text in content:encoded. */
export function renderRss(document: FeedDocument): string {
  return `${completeXml(toXmlFeed(document).rss2(), 'rss', document)}\n`;
}
