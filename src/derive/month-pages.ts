import type { Instant } from '../core/instant.ts';

/** One page of something that goes on for years. */
export interface MonthPage<Item> {
  /** Below the folder of all its pages: '' for the first one, `2026/11/`, `2026/11/2/`. */
  readonly path: string;
  /** Newest first. */
  readonly items: readonly Item[];
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/**
 * An archive: pages by month, oldest page first; items are given oldest first. A month of more than `most` items goes on at
 * `2026/11/2/`; counted from its beginning, so that an item never moves to another page.
 */
export function monthPages<Item>(
  items: readonly Item[],
  most: number,
  atOf: (item: Item) => Instant,
): MonthPage<Item>[] {
  const months = Map.groupBy(items, (item) => atOf(item).slice(0, 7).replace('-', '/'));
  const pages = [...months].flatMap(([month, ofMonth]) =>
    Array.from({ length: Math.ceil(ofMonth.length / most) }, (_, part) => ({
      path: part === 0 ? `${month}/` : `${month}/${part + 1}/`,
      items: ofMonth.slice(part * most, (part + 1) * most).toReversed(),
    })),
  );
  return pages.map((page, index) => ({
    ...page,
    newer: pages[index + 1]?.path,
    older: pages[index - 1]?.path,
  }));
}

/** The page of the newest items, which goes on in the archive; given oldest first. */
export function newestPage<Item>(
  items: readonly Item[],
  most: number,
  archive: readonly MonthPage<Item>[],
): MonthPage<Item> {
  const shown = items.slice(-most).toReversed();
  const next = items.at(-most - 1);
  const older = archive.find((page) => next !== undefined && page.items.includes(next));
  return { path: '', items: shown, newer: undefined, older: older?.path };
}
