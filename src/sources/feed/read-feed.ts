import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { FormatError } from '../../platform/errors.ts';
import { parseJson } from '../../platform/http/parse-json.ts';
import type { FeedContent, RawItem } from './feed-item.ts';
import type { FeedText } from './feed-text.ts';
import { plainTitle, resolveUrl, toItem } from './to-item.ts';

/** A feed as its form has it. */
interface RawFeed {
  readonly title: string | undefined;
  readonly isMarkup?: boolean;
  readonly description: string | undefined;
  readonly homepages: readonly (string | undefined)[];
  readonly bases: readonly (string | undefined)[];
  readonly items: readonly RawItem[];
}

interface Link {
  readonly href?: string;
  readonly rel?: string;
}

const READERS: Readonly<Record<FeedText['form'], (text: string, address: string) => RawFeed>> = {
  rss: readRss,
  rdf: readRdf,
  atom: readAtom,
  json: readJson,
};

/**
 * Reads a feed of any form. An entry that has nothing to tell it by is dropped and counted.
 * @param address of the feed, which relative links count from
 * @throws FormatError
 */
export function readFeed({ form, text }: FeedText, address: string): FeedContent {
  const raw = parse(form, text, address);
  const items = raw.items.map(toItem);
  const readable = items.filter((item) => item !== undefined);
  return {
    title: plainTitle(raw.title, raw.isMarkup ?? false) || undefined,
    description: raw.description,
    homepage: raw.homepages.map((link) => resolveUrl(link, raw.bases)).find((url) => url !== undefined),
    items: readable,
    dropped: items.length - readable.length,
  };
}

function parse(form: FeedText['form'], text: string, address: string): RawFeed {
  try {
    return READERS[form](text, address);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(`${address}: a feed that cannot be read`, { cause: error });
  }
}

function readRss(text: string, address: string): RawFeed {
  const { title, description, link, items = [], xml } = parseRssFeed(text);
  const bases = [address, xml?.base];
  return {
    title,
    description,
    homepages: [link],
    bases,
    items: items.map((item) => ({
      ids: [item.guid?.value],
      title: item.title ?? item.dc?.titles?.[0],
      isMarkup: false,
      dates: [item.pubDate, item.dc?.dates?.[0], item.atom?.published, item.atom?.updated],
      links: [item.link, item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)],
      bases: [...bases, item.xml?.base],
      authors: [item.dc?.creators?.[0], item.authors?.[0]?.name, item.atom?.authors?.[0]?.name],
      notes: [item.content?.encoded, item.description],
    })),
  };
}

function readRdf(text: string, address: string): RawFeed {
  const { title, description, link, items = [] } = parseRdfFeed(text);
  const bases = [address];
  return {
    title,
    description,
    homepages: [link],
    bases,
    items: items.map((item) => ({
      ids: [item.rdf?.about],
      title: item.title,
      isMarkup: false,
      dates: [item.dc?.dates?.[0]],
      links: [item.link],
      bases: [...bases, item.xml?.base],
      authors: [item.dc?.creators?.[0]],
      notes: [item.content?.encoded, item.description],
    })),
  };
}

function readAtom(text: string, address: string): RawFeed {
  const { title, subtitle, links, authors, entries = [], xml } = parseAtomFeed(text);
  const bases = [address, xml?.base];
  return {
    title: title?.value,
    isMarkup: isMarkup(title),
    description: subtitle?.value,
    homepages: pages(links),
    bases,
    items: entries.map((entry) => ({
      ids: [entry.id],
      title: entry.title?.value,
      isMarkup: isMarkup(entry.title),
      dates: [entry.published, entry.updated],
      links: pages(entry.links),
      bases: [...bases, entry.xml?.base],
      authors: [entry.authors?.[0]?.name, authors?.[0]?.name],
      notes: [entry.content?.value, entry.summary?.value],
    })),
  };
}

function readJson(text: string, address: string): RawFeed {
  const feed = parseJsonFeed(parseJson(new TextEncoder().encode(text), address));
  const bases = [address];
  return {
    title: feed.title,
    description: feed.description,
    homepages: [feed.home_page_url],
    bases,
    items: (feed.items ?? []).map((item) => ({
      ids: [item.id],
      title: item.title,
      isMarkup: false,
      dates: [item.date_published, item.date_modified],
      links: [item.url, item.external_url],
      bases,
      authors: [item.authors?.[0]?.name, feed.authors?.[0]?.name],
      notes: [item.content_html, item.content_text, item.summary],
    })),
  };
}

// https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1
function isMarkup(text: { readonly type?: string } | undefined): boolean {
  return text?.type === 'html' || text?.type === 'xhtml';
}

// A link without a relation is the page itself. https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2
function pages(links: readonly Link[] = []): (string | undefined)[] {
  return links.filter(({ rel = 'alternate' }) => rel === 'alternate').map(({ href }) => href);
}

// A guid is an address unless it says otherwise, but many are none: relative to the feed, they would lead nowhere.
function webAddress(text = ''): string | undefined {
  return /^https?:/i.test(text) ? text : undefined;
}
