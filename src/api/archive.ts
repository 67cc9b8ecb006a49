/** Releases in a document. */
const MOST = 100;

/** The releases of a project, in documents. */
export interface Archive<Item> {
  /** The newest, newest first. */
  readonly newest: readonly Item[];
  /** Full pages of those before them, newest first in each; the first page has the oldest. */
  readonly pages: readonly (readonly Item[])[];
}

/**
 * Divides items, newest first: a page is full when it is made, and counted from the oldest, so that a new item changes no page. What
 * is on none, from `most` to twice as many, stays together.
 */
export function archiveOf<Item>(items: readonly Item[], most: number = MOST): Archive<Item> {
  const full = Math.max(0, Math.floor(items.length / most) - 1);
  const rest = items.length - full * most;
  const pages = Array.from({ length: full }, (_, index) => {
    const end = items.length - index * most;
    return items.slice(end - most, end);
  });
  return { newest: items.slice(0, rest), pages };
}
