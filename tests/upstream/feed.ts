import { createHash } from 'node:crypto';
import type { Handler } from './upstream.ts';

/** A feed at its path. */
export interface FeedDocument {
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly type?: string;
}

interface FeedOptions {
  /** Whether it has ETags. */
  readonly hasETags?: boolean;
  /** Where set, requests without it are refused. */
  readonly authorization?: string;
}

/** A server of feeds. The list may be changed while it serves. */
export function feedHandler(documents: readonly FeedDocument[], options: FeedOptions = {}): Handler {
  const { hasETags = true, authorization } = options;
  return ({ path, query, headers }) => {
    if (authorization !== undefined && headers['authorization'] !== authorization)
      return { status: 401, body: 'Unauthorized' };
    const search = query.toString();
    const address = search === '' ? path : `${path}?${search}`;
    const found = documents.find((known) => known.path === address);
    if (found === undefined)
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>404</h1>' };
    const etag = `"${createHash('sha1').update(found.body).digest('hex')}"`;
    if (hasETags && headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
    const type = found.type ?? 'application/xml';
    return { status: 200, headers: { 'content-type': type, ...(hasETags && { etag }) }, body: found.body };
  };
}

/** An RSS 2.0 feed out of the markup of its items. */
export function rss(...items: readonly string[]): string {
  const all = items.map((item) => `<item>${item}</item>`).join('\n');
  return `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Acme news</title>${all}</channel></rss>`;
}

/** An Atom feed out of the markup of its entries. */
export function atom(...entries: readonly string[]): string {
  const all = entries.map((entry) => `<entry>${entry}</entry>`).join('\n');
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Acme news</title><id>urn:acme</id>${all}</feed>`;
}
