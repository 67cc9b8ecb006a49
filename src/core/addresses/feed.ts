import type { Addresses } from './addresses.ts';
import { repositoryPage } from './repository-page.ts';
import { repositoryQualifier } from './repository-qualifier.ts';

const ENDING = /\.(?:atom|rss|rdf|xml)$/i;
const FILES = /^(?:feed|rss|atom)(?:\.json)?$/i;
const GENERAL = new Set(['feed', 'feeds', 'rss', 'atom', 'index', 'rdf', 'xml', 'all']);
const NO_FEEDS = /^sitemap.*\.xml$/i;

/** Feeds of hosts that no other type knows, told by their last segment. */
export const feedAddresses: Addresses = {
  project: repositoryPage,
  purl: (url, segments) => {
    const last = segments.at(-1) ?? '';
    return (ENDING.test(last) || FILES.test(last)) && !NO_FEEDS.test(last) ? purlOfFeed(url) : undefined;
  },
};

/** The purl of an address that is known to be a feed’s. Undefined for one with a user name or a password in it. */
export function purlOfFeed(url: URL): string | undefined {
  const qualifier = repositoryQualifier(url, url.pathname + url.search);
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  return qualifier && `pkg:feed/${nameOf(url.hostname, segments)}?${qualifier}`;
}

// Its host, and the last part of its path that is not only another word for a feed: `blog-acme-example-releases`.
function nameOf(host: string, segments: readonly string[]): string {
  const parts = segments.map((segment) => slug(segment.replace(ENDING, '').replace(/\.json$/i, '')));
  const own = parts.findLast((part) => part !== '' && !GENERAL.has(part));
  return [slug(host.replace(/^www\./, '')), own].filter((part) => part !== undefined).join('-');
}

function slug(text: string): string {
  return text
    .replace(/%[\da-f]{2}/gi, '-')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
