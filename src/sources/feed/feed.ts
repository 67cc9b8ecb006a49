import type { Listing } from '../../core/listing.ts';
import { toUpstream } from '../../core/to-upstream.ts';
import { authorization } from '../../platform/credential.ts';
import { documentOf } from '../home-of.ts';
import { type Asking, packageByPackage, type Reading } from '../package-by-package.ts';
import { readDocument } from '../read-document.ts';
import { readFeedText } from './feed-text.ts';
import { type NamedItem, nameItems } from './name-items.ts';
import { readFeed } from './read-feed.ts';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, */*;q=0.8';

/**
 * Any feed, for projects that announce releases nowhere else. Feeds hold their newest entries only, so that an absence says
 * nothing. Redirects are followed, but not remembered.
 */
export const feed = packageByPackage({
  id: 'feed',
  title: 'RSS, Atom and JSON feeds',
  types: ['feed'],
  gives: {
    date: 'publication, else the last edit',
    notes: 'entry, summary where there is no more',
    digests: 'none',
    deletion: 'not visible: a feed holds its newest entries',
  },
  check: 'a conditional request; a feed without validators is read in full',
  homes: 'the feed that `repository_url` names',
  example: {
    address: 'https://blog.acme.example/releases/feed.xml',
    purl: 'pkg:feed/blog-acme-example-releases?repository_url=blog.acme.example/releases/feed.xml',
  },
  environment: {},
  home: undefined,
  locate: documentOf,
  atOnce: 4,
  read,
});

async function read(asking: Asking): Promise<Reading> {
  const { package: pkg, home, credential, held } = asking;
  const request = { accept: ACCEPT, authorization: authorization(credential) };
  const answer = await readDocument(asking, home, request);
  if (answer.status !== 'changed') return answer;

  const { url, headers, body } = answer.reply;
  const content = readFeed(readFeedText(body, headers.get('content-type'), pkg.purl), url);
  const releases = nameItems(content.items, held?.releases ?? []).map(toListing);
  const { etag, lastModified } = answer.receipt.validator;
  return {
    status: 'listed',
    listings: {
      upstream: toUpstream({
        name: content.title ?? pkg.name,
        description: content.description,
        homepage: content.homepage,
      }),
      releases,
      complete: false,
      partial: 'by nature',
      dropped: content.dropped,
    },
    receipts: etag === undefined && lastModified === undefined ? [] : [answer.receipt],
  };
}

// Silence is said too: an entry whose text was taken away has none any more.
function toListing({ version, item }: NamedItem): Listing {
  const { id, title, publishedAt, url, author = '', notes } = item;
  return {
    version,
    id,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(url !== undefined && { url }),
    title,
    author,
    notes,
    notesFrom: 'feed',
  };
}
