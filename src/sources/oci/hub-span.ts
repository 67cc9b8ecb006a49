import type { HubPage, HubTag } from './hub-page.ts';

/** The pages of a repository's tags that were read so far, from the newest update back. */
export interface HubSpan {
  readonly pages: number;
  readonly tags: Map<string, HubTag>;
  /** All tags of the repository, as Docker Hub counts them. */
  readonly count: number;
  readonly dropped: number;
  /** Tags that were deleted between two pages: each hides another one, which moved up to a page that was read. */
  readonly deleted: number;
  /** Milliseconds since 1970; undefined where no tag had a date. */
  readonly newest: number | undefined;
  readonly earliest: number | undefined;
  /** Whether each tag was older than the one before it, as it should be: else nothing follows from a date. */
  readonly isSorted: boolean;
}

export const NO_PAGES: Omit<HubSpan, 'tags'> = {
  pages: 0,
  count: 0,
  dropped: 0,
  deleted: 0,
  newest: undefined,
  earliest: undefined,
  isSorted: true,
};

/** The span with one more page; `tags` is added to. */
export function addPage(span: HubSpan, page: HubPage): HubSpan {
  let { newest, earliest, isSorted } = span;
  for (const tag of page.tags) {
    span.tags.set(tag.name, tag);
    const { updatedAt } = tag;
    if (updatedAt === undefined) continue;
    if (earliest !== undefined && updatedAt > earliest) isSorted = false;
    newest = Math.max(newest ?? updatedAt, updatedAt);
    earliest = Math.min(earliest ?? updatedAt, updatedAt);
  }
  const { count } = page;
  return {
    pages: span.pages + 1,
    tags: span.tags,
    count,
    dropped: span.dropped + page.dropped,
    deleted: span.deleted + (span.pages === 0 ? 0 : Math.max(0, span.count - count)),
    newest,
    earliest,
    isSorted,
  };
}
