import type { SummaryItem, SummaryPlace } from '../../core/summary.ts';
import { isTurned, shareOfQuote, strangeWords } from './carried-words.ts';
import { findQuote } from './find-quote.ts';
import type { NotesAtHand } from './notes-at-hand.ts';
import { isOrder } from './orders.ts';
import { squeeze } from './squeeze.ts';
import { type Unsafe, unsafeQuote, unsafeText } from './unsafe-text.ts';

/** Why an item is not believed. */
export type Refusal =
  | Unsafe
  | 'not in the notes'
  | 'length'
  | 'order'
  | 'our prompt'
  | 'words of its own'
  | 'turned round'
  | 'repeated';

const BREACHES: ReadonlySet<Refusal> = new Set<Refusal>([
  'address',
  'mention',
  'hidden',
  'command',
  'code',
  'order',
  'our prompt',
]);

/** Whether it is more than a slip: the model did what the notes told it to. */
export function isBreach(refusal: Refusal): boolean {
  return BREACHES.has(refusal);
}

type Judged = { readonly item: SummaryItem } | { readonly refusal: Refusal };

const LONGEST_TEXT: Readonly<Record<SummaryPlace, number>> = {
  headline: 200,
  breaking: 180,
  security: 180,
  features: 180,
  fixes: 180,
  action: 200,
};
const SHORTEST_TEXT = 6;
const QUOTE = { shortest: 10, longest: 300 };
const SHARE_OF_QUOTE = 0.5;
const SECRET_PIECE = 30;
// What is longer by far is not even looked at.
const LONGEST_CLAIM = 1000;
// Says that a sign is to be drawn in colour.
const EMOJI_STYLE = '\ufe0f';

/** Judges one item by the notes: what may be shown of it, or the first rule that it breaks. */
export function judgeItem(claim: SummaryItem, place: SummaryPlace, notes: NotesAtHand): Judged {
  if (Math.max(claim.text.length, claim.quote.length) > LONGEST_CLAIM) return { refusal: 'length' };
  const shown = claim.text.replaceAll(EMOJI_STYLE, '');
  if (hasHidden(shown)) return { refusal: 'hidden' };
  const text = plain(shown);
  const refusal = judgeText(text, place, notes);
  if (refusal !== undefined) return { refusal };
  const found = findQuote(claim.quote, notes.blocks, notes.raw);
  if (found === undefined) return { refusal: 'not in the notes' };
  const { quote, block, sentence } = found;
  if (block.isOrder || isOrder(quote)) return { refusal: 'order' };
  const unsafe = unsafeQuote(quote);
  if (unsafe !== undefined) return { refusal: unsafe };
  if (!isLongEnough(quote) || quote.length > QUOTE.longest) return { refusal: 'length' };
  if (strangeWords(text, `${block.heading} ${sentence}`).length > 0) return { refusal: 'words of its own' };
  if (shareOfQuote(text, `${block.heading} ${quote}`) < SHARE_OF_QUOTE)
    return { refusal: 'words of its own' };
  if (isTurned(text, sentence, block.heading)) return { refusal: 'turned round' };
  return { item: { text, quote } };
}

function judgeText(text: string, place: SummaryPlace, { secrets }: NotesAtHand): Refusal | undefined {
  const unsafe = unsafeText(text);
  if (unsafe !== undefined) return unsafe;
  if (isOrder(text)) return 'order';
  if (secrets.some((secret) => sharesPiece(text.toLowerCase(), secret))) return 'our prompt';
  return text.length < SHORTEST_TEXT || text.length > LONGEST_TEXT[place] ? 'length' : undefined;
}

// Models set names in backticks and stars, however they are asked: the marks go, the words stay to be judged.
function plain(text: string): string {
  return squeeze(text)
    .replace(/(`+|\*\*|__)(\S(?:[^`]*\S)?)\1/g, '$2')
    .replace(/^(?:[-*+•]|\d{1,3}[.)])\s+/, '');
}

function hasHidden(text: string): boolean {
  return unsafeQuote(text.replace(/[\n\t]/g, ' ')) === 'hidden';
}

// Two words at least; where no spaces are written, some letters.
function isLongEnough(quote: string): boolean {
  const isDense =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u.test(quote);
  return isDense ? quote.length >= 6 : quote.length >= QUOTE.shortest && quote.includes(' ');
}

function sharesPiece(text: string, secret: string): boolean {
  for (let at = 0; at + SECRET_PIECE <= text.length; at += 1) {
    if (secret.includes(text.slice(at, at + SECRET_PIECE))) return true;
  }
  return false;
}
