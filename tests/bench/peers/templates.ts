import type { PeerFeed, PeerPage, PeerRelease } from './peer-project.ts';

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

/** The file of a page below the site. */
export const fileOf = (path: string) => (path.endsWith('.html') ? path : `${path}index.html`);

type Html = (release: PeerRelease) => string;
type Format = (feed: PeerFeed, releases: ReadonlyMap<string, PeerRelease>, html: Html) => string;

/** The entries of a feed: `html` where the whole notes belong into it, `summary` where it is more than the title. */
function itemsOf(
  { items, full, summaries }: PeerFeed,
  releases: ReadonlyMap<string, PeerRelease>,
  html: Html,
) {
  return items.flatMap((path, index) => {
    const release = releases.get(path);
    if (release === undefined) return [];
    const { title, at } = release;
    const summary = summaries ? release.summary : undefined;
    return [{ path, title, at, summary, html: index < full ? html(release) : undefined }];
  });
}

/** A feed in each format, by its file. */
export const FORMATS: Readonly<Record<string, Format>> = {
  'atom.xml': (feed, releases, html) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<id>${SITE}</id><title>${toText(feed.title)}</title>\n${itemsOf(
      feed,
      releases,
      html,
    )
      .map(
        (one) =>
          `<entry>\n<title>${toText(one.title)}</title>\n<id>${SITE}${one.path}</id>\n<link href="${SITE}${one.path}"/>\n<updated>${one.at}</updated>\n<published>${one.at}</published>\n${one.summary === undefined ? '' : `<summary>${toText(one.summary)}</summary>\n`}${one.html === undefined ? '' : `<content type="html"><![CDATA[${one.html}]]></content>\n`}</entry>\n`,
      )
      .join('')}</feed>\n`,
  'feed.xml': (feed, releases, html) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel><title>${toText(feed.title)}</title>\n${itemsOf(
      feed,
      releases,
      html,
    )
      .map(
        (one) =>
          `<item>\n<title>${toText(one.title)}</title>\n<guid isPermaLink="false">${SITE}${one.path}</guid>\n<link>${SITE}${one.path}</link>\n<pubDate>${new Date(one.at).toUTCString()}</pubDate>\n${one.summary === undefined ? '' : `<description>${toText(one.summary)}</description>\n`}${one.html === undefined ? '' : `<content:encoded><![CDATA[${one.html}]]></content:encoded>\n`}</item>\n`,
      )
      .join('')}</channel></rss>\n`,
  'feed.json': (feed, releases, html) =>
    JSON.stringify(
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: feed.title,
        items: itemsOf(feed, releases, html).map((one) => ({
          id: SITE + one.path,
          url: SITE + one.path,
          title: one.title,
          summary: one.summary,
          date_published: one.at,
          ...(one.html === undefined
            ? { content_text: one.summary ?? one.title }
            : { content_html: one.html }),
        })),
      },
      null,
      1,
    ),
};
