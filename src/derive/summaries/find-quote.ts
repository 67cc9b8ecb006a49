import type { NoteBlock } from './note-blocks.ts';
import { squeeze } from './squeeze.ts';

/** A quotation in its place. */
export interface FoundQuote {
  /** Verbatim in the notes as they are stored, white space and NFC aside. */
  readonly quote: string;
  readonly block: NoteBlock;
  /** The quotation to the ends of its sentences. */
  readonly sentence: string;
}

/**
 * Looks a quotation up, in one block of the notes. Where marks that no reader sees (the target of a link) lie within it, it becomes the
 * longest run of its words that is verbatim in the raw text.
 * @param raw the notes as they are stored, squeezed
 */
export function findQuote(wanted: string, blocks: readonly NoteBlock[], raw: string): FoundQuote | undefined {
  const asked = squeeze(wanted).replace(/^(?:#{1,6}|[-*+•]|\d{1,3}[.)])\s+/, '');
  if (asked === '') return undefined;
  const holding = blocks.filter(({ text }) => indexOf(text, asked) >= 0);
  // Where it stands several times, its cleanest place counts: the same words are told elsewhere without an order.
  const block = holding.find(({ isOrder }) => !isOrder) ?? holding[0];
  if (block === undefined) return undefined;
  const quote = raw.includes(asked) ? asked : longestRun(asked, raw);
  const at = indexOf(block.text, asked);
  const sentence =
    before(block.text.slice(0, at)) +
    asked +
    (END.test(asked.slice(-1)) ? '' : after(block.text.slice(at + asked.length)));
  return { quote, block, sentence };
}

// The dot of an abbreviation ends nothing.
const END = /(?<!\b(?:e\.g|i\.e|etc|vs|cf|incl))[.;!?。！？](?=\s|$)/iu;

function before(text: string): string {
  return text.split(END).at(-1) ?? '';
}

function after(text: string): string {
  const end = text.search(END);
  return end < 0 ? text : text.slice(0, end);
}

// From the beginning of a word to the end of one: “supported” is no quotation of “unsupported”.
function indexOf(text: string, quote: string): number {
  const isWord = /[\p{L}\d]/u;
  const hasSpaces = isSpaced(text);
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const opens = isWord.test(quote[0] ?? '') && isWord.test(text[at - 1] ?? '');
    const goesOn = isWord.test(quote.at(-1) ?? '') && isWord.test(text[at + quote.length] ?? '');
    if (!hasSpaces || (!opens && !goesOn)) return at;
  }
  return -1;
}

function isSpaced(text: string): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}

function longestRun(text: string, raw: string): string {
  const words = text.split(' ');
  let best = '';
  let end = 0;
  for (let start = 0; start < words.length; start += 1) {
    end = Math.max(end, start + 1);
    while (end <= words.length && raw.includes(words.slice(start, end).join(' '))) end += 1;
    const run = words.slice(start, end - 1).join(' ');
    if (run.length > best.length) best = run;
    end -= 1;
  }
  return best.replace(/[\s([{,;:–—-]+$|^[\s)\]},;:.–—-]+/gu, '');
}
