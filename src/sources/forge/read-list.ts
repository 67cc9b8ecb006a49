import { FormatError } from '../../platform/errors.ts';
import type { Http } from '../../platform/http/http.ts';
import { readAll } from '../../platform/pages.ts';
import type { Entry, Forge, ListKind } from './forge.ts';
import { type ForgePage, readPage } from './read-page.ts';

/** All that a project's list has. */
export interface WholeList {
  /** One of each version. */
  readonly entries: readonly Entry[];
  /** Elements that were malformed. */
  readonly dropped: number;
  /** False where fewer elements came than the forge ever counted, twice. */
  readonly isWhole: boolean;
}

type Pages = Omit<ForgePage, 'now' | 'next'>;

const MOST_PAGES = 1_000;

/**
 * A list to its last page; `first`, a small page that was read already, is all of it for most projects. What is added or deleted
 * meanwhile shifts the pages: then it is read once more.
 * @throws HostError, FormatError
 */
export async function readList(
  http: Http,
  forge: Forge,
  kind: ListKind,
  first: ForgePage,
): Promise<WholeList> {
  const list = toList(forge, kind, first.next === undefined ? first : await readPages(http, forge, kind));
  // On a first import, what the pages skipped would be news next time.
  return list.isWhole ? list : toList(forge, kind, await readPages(http, forge, kind));
}

function toList(forge: Forge, kind: ListKind, { items, total }: Pages): WholeList {
  const entries = new Map<string, Entry>();
  let dropped = 0;
  for (const entry of items) {
    if (entry === undefined) dropped += 1;
    // What is published while the pages are read moves the rest on: the last of one page comes again on the next.
    else entries.set(entry.listing.version, entry);
  }
  if (dropped > 0 && entries.size === 0) {
    const { host } = new URL(forge.project.url);
    throw new FormatError(`${host}: all ${dropped} elements of the list of ${kind} are malformed`);
  }
  const isWhole = total === undefined || entries.size + dropped >= total;
  return { entries: [...entries.values()], dropped, isWhole };
}

async function readPages(http: Http, forge: Forge, kind: ListKind): Promise<Pages> {
  const list = forge.lists[kind];
  let before = 0;
  let total: number | undefined;
  const items = await readAll(
    list.url(list.largestPage),
    async (url) => {
      const page = await readPage(http, forge, list, url, before);
      before += page.items.length;
      if (page.total !== undefined) total = Math.max(total ?? 0, page.total);
      return page;
    },
    MOST_PAGES,
  );
  return { items, total };
}
