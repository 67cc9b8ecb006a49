import type { PEER_FEEDS, PeerPage, PeerRelease } from './peer-project.ts';

// What the bare script and Eleventy put together: plain functions, so that both do the same work.

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const toText = (text: string) => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
const SITE = 'http://localhost:4321/';

/** A page around its rendered notes. */
export function page(
  { head, foot }: { head: string; foot: string },
  { title, before, after }: Pick<PeerPage, 'title' | 'before' | 'after'>,
  notes: string,
): string {
  return head.replace('@@title@@', () => toText(title)) + before + notes + after + foot;
}

interface Item extends PeerRelease {
  readonly isFull: boolean;
}

type Format = (title: string, items: readonly Item[], html: (item: PeerRelease) => string) => string;

/** The entries of a feed: the newest fifty, of which so many with their whole notes. */
export function itemsOf(releases: readonly PeerRelease[], { id, full }: (typeof PEER_FEEDS)[number]): Item[] {
  const kept = releases.filter(({ filters }) => filters.includes(id)).slice(0, 50);
  return kept.map((release, index) => ({ ...release, isFull: index < full }));
}

/** A feed in each format, by its file. */
export const FORMATS: Readonly<Record<string, Format>> = {
  'atom.xml': (title, items, html) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<id>${SITE}</id><title>${toText(title)}</title>\n${items
      .map(
        (one) =>
          `<entry>\n<title>${toText(one.title)}</title>\n<id>${SITE}${one.path}</id>\n<link href="${SITE}${one.path}"/>\n<updated>${one.at}</updated>\n<published>${one.at}</published>\n<summary>${toText(one.summary)}</summary>\n${one.isFull ? `<content type="html"><![CDATA[${html(one)}]]></content>\n` : ''}</entry>\n`,
      )
      .join('')}</feed>\n`,
  'feed.xml': (title, items, html) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel><title>${toText(title)}</title>\n${items
      .map(
        (one) =>
          `<item>\n<title>${toText(one.title)}</title>\n<guid isPermaLink="false">${SITE}${one.path}</guid>\n<link>${SITE}${one.path}</link>\n<pubDate>${new Date(one.at).toUTCString()}</pubDate>\n<description>${toText(one.summary)}</description>\n${one.isFull ? `<content:encoded><![CDATA[${html(one)}]]></content:encoded>\n` : ''}</item>\n`,
      )
      .join('')}</channel></rss>\n`,
  'feed.json': (title, items, html) =>
    JSON.stringify(
      {
        version: 'https://jsonfeed.org/version/1.1',
        title,
        items: items.map((one) => ({
          id: SITE + one.path,
          url: SITE + one.path,
          title: one.title,
          summary: one.summary,
          date_published: one.at,
          ...(one.isFull ? { content_html: html(one) } : { content_text: one.summary }),
        })),
      },
      null,
      1,
    ),
};
