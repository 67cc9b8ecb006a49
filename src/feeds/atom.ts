import { completeXml } from './complete-xml.ts';
import type { FeedDocument } from './feed-document.ts';
import { toXmlFeed } from './xml-feed.ts';

/** Atom, RFC 4287. */
export function renderAtom(document: FeedDocument): string {
  return `${completeXml(toXmlFeed(document).atom1(), 'atom', document)}\n`;
}
