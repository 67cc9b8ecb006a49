import type { ChangeItem } from './group-changes.ts';
import { type MonthPage, monthPages, newestPage } from './month-pages.ts';

/** One page of the ledger or of a part of it. */
export type LedgerPage = MonthPage<ChangeItem>;

/** Items on a page. */
const MOST_ITEMS = 200;

/** The archive of the ledger, oldest page first. */
export function archivePages(items: readonly ChangeItem[]): LedgerPage[] {
  return monthPages(items, MOST_ITEMS, ({ first }) => first.at);
}

/** All pages of a part of the ledger. The whole one has its archive always, since links lead there; others only if it is needed. */
export function ledgerPages(items: readonly ChangeItem[], isWhole: boolean): LedgerPage[] {
  const archive = isWhole || items.length > MOST_ITEMS ? archivePages(items) : [];
  return [newestPage(items, MOST_ITEMS, archive), ...archive];
}
