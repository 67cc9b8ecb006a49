import type { FeedDocument } from './feed-document.ts';
import { toXmlFeed } from './xml-feed.ts';

/** Atom, RFC 4287. */
export function renderAtom(document: FeedDocument): string {
  return `${toXmlFeed(document).atom1()}\n`;
}
