import { escapeHtml } from '../core/escape.ts';
import { feedText } from './feed-text.ts';

/** A feed that a reader can subscribe to. All addresses are absolute. */
export interface Subscription {
  readonly title: string;
  readonly feedUrl: string;
  /** The page that the feed belongs to. */
  readonly pageUrl: string;
  readonly tags: readonly string[];
}

/** A folder of subscriptions. */
export interface OpmlFolder {
  readonly title: string;
  readonly subscriptions: readonly Subscription[];
}

/** Feeds for the import of a feed reader: OPML 2.0, http://opml.org/spec2.opml. Small enough for the browser, which makes some too. */
export function renderOpml({
  title,
  outlines,
}: {
  readonly title: string;
  readonly outlines: readonly (OpmlFolder | Subscription)[];
}): string {
  const lines = outlines.flatMap((outline) =>
    'subscriptions' in outline ? folder(outline) : [`    ${feed(outline)}`],
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    `  <head><title>${text(title)}</title></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function folder({ title, subscriptions }: OpmlFolder): string[] {
  const name = text(title);
  return [
    `    <outline text="${name}" title="${name}">`,
    ...subscriptions.map((one) => `      ${feed(one)}`),
    '    </outline>',
  ];
}

// Of every format the type is `rss`: readers look at what they get.
function feed({ title, feedUrl, pageUrl, tags }: Subscription): string {
  const name = text(title);
  const category = tags.length === 0 ? '' : ` category="${text(tags.map((tag) => `/${tag}`).join(','))}"`;
  return `<outline type="rss" text="${name}" title="${name}" xmlUrl="${text(feedUrl)}" htmlUrl="${text(pageUrl)}"${category}/>`;
}

// A line feed in an attribute is read as a space anyway.
function text(value: string): string {
  return escapeHtml(feedText(value).replace(/\s+/g, ' '));
}
