import { packageName } from '../../core/package.ts';
import { FormatError } from '../../platform/errors.ts';
import { askAliased } from './aliased.ts';
import type { Setback } from './batches.ts';
import type { Client } from './client.ts';
import {
  type ListKind,
  MOST_PAGES,
  nextCursor,
  type Page,
  type PageWanted,
  pageQuestion,
  readPage,
} from './page.ts';
import type { Moved } from './probe.ts';

/** What was read of one list. It is whole if it holds all that GitHub counts, or all that is not older than was asked for. */
export interface List {
  readonly nodes: readonly unknown[];
  readonly isWhole: boolean;
}

const SMALLEST_PAGE = 10;

/**
 * Reads a long list page by page, in smaller pages where a page is too much for GitHub, and not much further than the release that is
 * older than was asked for. After 200 pages it is an error: a part would look like the whole.
 */
export async function readLongList(
  client: Client,
  kind: ListKind,
  moved: Moved,
): Promise<List | { error: Setback['error'] }> {
  const { package: pkg, since } = moved.lookUp;
  const nodes: unknown[] = [];
  const counts = new Set<number>();
  let { first } = kind;
  let after: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await askPage(client, kind, { moved, after }, first);
    if ('error' in page) {
      if (!page.halve || first <= SMALLEST_PAGE) return page;
      first = Math.ceil(first / 2);
      continue;
    }
    nodes.push(...page.nodes);
    counts.add(page.totalCount);
    // The order is that of commits, not of publication, so that one older release alone proves nothing.
    const isPast = since !== undefined && page.nodes.every((node) => kind.isOlder(node, since));
    if (isPast && page.nodes.length > 0) return { nodes, isWhole: true };
    after = nextCursor(page);
    // Fewer than GitHub counts were seen: https://github.com/golangci/golangci-lint/issues/3299. And what grew or shrank while it
    // was read may have lost an entry between two pages.
    if (after === undefined) return { nodes, isWhole: counts.size === 1 && counts.has(nodes.length) };
  }
  return {
    error: new FormatError(`GitHub ${packageName(pkg)}: more than ${MOST_PAGES} pages of ${kind.field}`),
  };
}

async function askPage(
  client: Client,
  kind: ListKind,
  wanted: PageWanted,
  first: number,
): Promise<Page | Setback> {
  const { results, setback } = await askAliased(client, pageQuestion(kind, first, true), [wanted]);
  const told = results.get(wanted);
  if (told !== undefined) {
    const page = readPage(told, kind.field, packageName(wanted.moved.lookUp.package));
    return 'error' in page ? { ...page, halve: false } : page;
  }
  if (setback === undefined) throw new Error('a page was left out without a reason');
  return setback;
}
