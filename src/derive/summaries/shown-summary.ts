import {
  itemsOf,
  type Summary,
  type SummaryContent,
  type SummaryItem,
  type SummaryPlace,
} from '../../core/summary.ts';
import { isOrder } from './orders.ts';
import { squeeze } from './squeeze.ts';
import { unsafeQuote, unsafeText } from './unsafe-text.ts';
import { verifySummary } from './verify-summary.ts';

/** An item with the place where it stands. */
export type PlacedItem = readonly [place: SummaryPlace, item: SummaryItem];

/** A summary as it may be shown. */
export interface ShownSummary {
  readonly model: string;
  readonly content: SummaryContent;
  /** What it says otherwise than the one before, where the notes were edited. */
  readonly edited?: { readonly gone: readonly PlacedItem[]; readonly fresh: readonly PlacedItem[] };
}

/**
 * What may be shown of a stored summary: it is judged once more by these notes, so that a better rule holds for all that is kept, and
 * nothing is believed because it lies in a file.
 * @param notes those that it was made of
 */
export function shownSummary(
  { model, replaced, dropped: _, ...summary }: Summary,
  notes: string,
): ShownSummary | undefined {
  const { breaking = [], security = [], features = [], fixes = [], headline, action } = summary;
  const { content } = verifySummary({ headline, breaking, security, features, fixes, action }, notes);
  const items = itemsOf(content);
  if (items.length === 0) return undefined;
  if (replaced === undefined) return { model: shownModel(model), content };
  // Of notes that are gone there is nothing to judge it by but itself.
  const before = itemsOf(replaced).filter(([, item]) => isHarmless(item));
  const edited = { gone: without(before, items), fresh: without(items, before) };
  return { model: shownModel(model), content, edited };
}

// A name is the owner's, and of any form.
function shownModel(model: string): string {
  return squeeze(model);
}

function isHarmless({ text, quote }: SummaryItem): boolean {
  return (
    unsafeText(text) === undefined && unsafeQuote(quote) === undefined && !isOrder(text) && !isOrder(quote)
  );
}

// Items are the same if they stand on the same words: how a model puts them changes from one time to the next.
function without(items: readonly PlacedItem[], others: readonly PlacedItem[]): PlacedItem[] {
  const quotes = new Set(others.map(([, { quote }]) => quote));
  return items.filter(([, { quote }]) => !quotes.has(quote));
}
