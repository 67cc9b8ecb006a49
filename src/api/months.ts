import { compareText } from '../core/compare-text.ts';

/** Items in a document. */
const MOST = 500;

/** One document of a month. */
export interface MonthPart<Item> {
  /** `2026-11` */
  readonly month: string;
  /** What stands for the month in its address: `2026-11`, then `2026-11.2` … */
  readonly name: string;
  /** Newest first. */
  readonly items: readonly Item[];
  /** The name of the document before it. */
  readonly older: string | undefined;
}

/**
 * Items, oldest first, by month, the oldest document first. A month of many goes on in further documents, counted from its beginning,
 * so that an item never moves to another one.
 */
export function monthsOf<Item>(
  items: readonly Item[],
  momentOf: (item: Item) => string,
  most: number = MOST,
): MonthPart<Item>[] {
  const months = [...Map.groupBy(items, (item) => momentOf(item).slice(0, 7))];
  const parts = months
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([month, ofMonth]) =>
      Array.from({ length: Math.ceil(ofMonth.length / most) }, (_, part) => ({
        month,
        name: part === 0 ? month : `${month}.${part + 1}`,
        items: ofMonth.slice(part * most, (part + 1) * most).toReversed(),
      })),
    );
  return parts.map((part, index) => ({ ...part, older: parts[index - 1]?.name }));
}
