import { FormatError } from './errors.ts';

/** One page of a list, with the address of the next one (relative ones count from this page's). */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

const MOST_PAGES = 200;

/**
 * Reads a paged list to its last page, or throws: half a list would look like a whole one.
 * @param first address of the first page; all pages are of its origin, since a credential may go with them
 * @throws FormatError after 200 pages, and for a next page of another origin or one that was read before
 */
export async function readAll<T>(
  first: string,
  readPage: (url: string) => Promise<Page<T>>,
  mostPages = MOST_PAGES,
): Promise<readonly T[]> {
  const { host, origin } = new URL(first);
  const items: T[] = [];
  const read = new Set<string>();
  let url: string | undefined = first;
  while (url !== undefined) {
    if (read.has(url)) throw new FormatError(`${host}: the list leads back to a page that was read`);
    if (read.size === mostPages) throw new FormatError(`${host}: more than ${mostPages} pages`);
    read.add(url);
    const page: Page<T> = await readPage(url);
    // Not by spreading: a page may hold more items than a call may have arguments.
    for (const item of page.items) items.push(item);
    url = page.next === undefined ? undefined : nextUrl(page.next, url, origin);
  }
  return items;
}

function nextUrl(next: string, current: string, origin: string): string {
  const url = URL.parse(next, current);
  if (url?.origin === origin) return url.href;
  throw new FormatError(`${new URL(origin).host}: the next page is at another origin`);
}
