import {
  SUMMARY_LISTS,
  type SummaryContent,
  type SummaryItem,
  type SummaryPlace,
} from '../../core/summary.ts';
import { isBreach, judgeItem, type Refusal } from './judge-item.ts';
import { notesAtHand } from './notes-at-hand.ts';

/** What a model said, before anything of it is believed. */
export interface Claims {
  readonly headline?: SummaryItem | undefined;
  readonly breaking: readonly SummaryItem[];
  readonly security: readonly SummaryItem[];
  readonly features: readonly SummaryItem[];
  readonly fixes: readonly SummaryItem[];
  readonly action?: SummaryItem | undefined;
}

export interface Dropped {
  readonly place: SummaryPlace;
  readonly reason: Refusal;
}

/** What can be believed of it. */
export interface Verified {
  readonly content: SummaryContent;
  readonly dropped: readonly Dropped[];
  /** More was against the rules than by them: nothing of it is believed. */
  readonly isRefused: boolean;
}

/** What of a list is kept: more is no summary. */
const MOST_ITEMS = 12;

/**
 * Believes of a model's claims what the notes carry: every item has its words and its quotation from one place of them, and neither is
 * an order, an address, markup or code. Pure, and the same for the same notes.
 * @param notes as they are stored
 * @param secrets texts of ours of which no long piece may come back, such as the prompt
 */
export function verifySummary(claims: Claims, notes: string, secrets: readonly string[] = []): Verified {
  const place = notesAtHand(notes, secrets);
  const dropped: Dropped[] = [];
  const seen = new Set<string>();
  const keep = (where: SummaryPlace, claim: SummaryItem): SummaryItem | undefined => {
    const judged = judgeItem(claim, where, place);
    const reason = 'refusal' in judged ? judged.refusal : repeats(judged.item, where, seen);
    if (reason !== undefined) dropped.push({ place: where, reason });
    return 'refusal' in judged || reason !== undefined ? undefined : judged.item;
  };
  const one = (where: 'headline' | 'action') => {
    const claim = claims[where];
    return claim === undefined ? undefined : keep(where, claim);
  };
  const headline = one('headline');
  const lists = SUMMARY_LISTS.map((list) => {
    const items = claims[list].map((claim) => keep(list, claim)).filter((item) => item !== undefined);
    return [list, items.slice(0, MOST_ITEMS)] as const;
  });
  const action = one('action');
  const kept =
    lists.flatMap(([, items]) => items).length +
    Number(headline !== undefined) +
    Number(action !== undefined);
  const breaches = dropped.filter(({ reason }) => isBreach(reason)).length;
  if (breaches > Math.max(2, kept)) return { content: {}, dropped, isRefused: true };
  return { content: toContent(headline, new Map(lists), action), dropped, isRefused: false };
}

// A headline repeats what an item says; two items of the lists do not.
function repeats({ text, quote }: SummaryItem, where: SummaryPlace, seen: Set<string>): Refusal | undefined {
  if (where === 'headline' || where === 'action') return undefined;
  const keys = [`t ${text.toLowerCase()}`, `q ${quote}`];
  if (keys.some((key) => seen.has(key))) return 'repeated';
  for (const key of keys) seen.add(key);
  return undefined;
}

function toContent(
  headline: SummaryItem | undefined,
  lists: ReadonlyMap<string, readonly SummaryItem[]>,
  action: SummaryItem | undefined,
): SummaryContent {
  const filled = [...lists].filter(([, items]) => items.length > 0);
  return { ...(headline && { headline }), ...Object.fromEntries(filled), ...(action && { action }) };
}
