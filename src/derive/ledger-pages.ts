import type { ChangeItem } from './group-changes.ts';

/** One page of the ledger or of a part of it. */
export interface LedgerPage {
  /** Below the folder of the part: '' for the first page, `2026/11/`, `2026/11/2/`. */
  readonly path: string;
  /** Newest first. */
  readonly items: readonly ChangeItem[];
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** Items on a page. */
const MOST_ITEMS = 200;

/**
 * The archive: pages by month, oldest page first. A month of many items goes on at `2026/11/2/`; counted from its beginning, so that
 * an item never moves to another page.
 */
export function archivePages(items: readonly ChangeItem[]): LedgerPage[] {
  const months = Map.groupBy(items, ({ first }) => first.at.slice(0, 7).replace('-', '/'));
  const pages = [...months].flatMap(([month, ofMonth]) =>
    Array.from({ length: Math.ceil(ofMonth.length / MOST_ITEMS) }, (_, part) => ({
      path: part === 0 ? `${month}/` : `${month}/${part + 1}/`,
      items: ofMonth.slice(part * MOST_ITEMS, (part + 1) * MOST_ITEMS).toReversed(),
    })),
  );
  return pages.map((page, index) => ({
    ...page,
    newer: pages[index + 1]?.path,
    older: pages[index - 1]?.path,
  }));
}

/** The page of the newest items, which goes on in the archive; given oldest first, as in the ledger. */
function newestPage(items: readonly ChangeItem[], archive: readonly LedgerPage[]): LedgerPage {
  const shown = items.slice(-MOST_ITEMS).toReversed();
  const next = items.at(-MOST_ITEMS - 1);
  const older = archive.find((page) => next !== undefined && page.items.includes(next));
  return { path: '', items: shown, newer: undefined, older: older?.path };
}

/** All pages of a part of the ledger. The whole one has its archive always, since links lead there; others only if it is needed. */
export function ledgerPages(items: readonly ChangeItem[], isWhole: boolean): LedgerPage[] {
  const archive = isWhole || items.length > MOST_ITEMS ? archivePages(items) : [];
  return [newestPage(items, archive), ...archive];
}
