import type { Head } from '../../platform/http/reply.ts';
import { nextLink } from '../../platform/next-link.ts';

/** A page of a list, as far as it matters for finding the next one. */
interface PageRead {
  /** The address that was asked. */
  readonly url: string;
  readonly head: Head;
  readonly items: number;
  /** Items on the pages before. */
  readonly before: number;
  readonly totalHeader: string;
}

/**
 * The address of the next page, undefined on the last one. Of a Link only the query is taken: a server that does not know its
 * own public name writes another host there, which must get neither requests nor credentials. Without a Link the total tells
 * the end; without both, an empty page does.
 */
export function nextPage({ url, head, items, before, totalHeader }: PageRead): string | undefined {
  const links = head.headers.get('link');
  if (links) {
    const link = nextLink(links);
    return link === undefined ? undefined : withQueryOf(link, url);
  }
  const total = readTotal(head, totalHeader);
  if (items === 0 || (total !== undefined && before + items >= total)) return undefined;
  const next = new URL(url);
  next.searchParams.set('page', String(Number(next.searchParams.get('page') ?? 1) + 1));
  return next.href;
}

/** How many elements a list has, if its page tells. */
export function readTotal({ headers }: Head, totalHeader: string): number | undefined {
  const text = headers.get(totalHeader) ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function withQueryOf(link: string, url: string): string {
  const next = new URL(url);
  // What is no address is for the reader of the list to refuse.
  const target = URL.parse(link, url);
  if (target === null) return link;
  next.search = target.search;
  return next.href;
}
