/** A stretch of text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

const WORDS = 32;
const BEFORE = 6;

/**
 * The part of a text in which most of what was looked for stands, as pieces that a page shows as text. `places` are those of the
 * words that match, as Pagefind counts them: words are set apart by white space.
 */
export function markedExcerpt(text: string, places: readonly number[]): Piece[] {
  const words = text.split(/\s+/);
  const sorted = [...new Set(places)].filter((place) => place < words.length).sort((a, b) => a - b);
  const start = Math.max(0, densest(sorted) - BEFORE);
  const end = Math.min(words.length, start + WORDS);
  const matching = new Set(sorted);
  const pieces: Piece[] = start > 0 ? [{ text: '… ', isMatch: false }] : [];
  for (let place = start; place < end; place += 1) {
    pieces.push({ text: words[place] ?? '', isMatch: matching.has(place) }, { text: ' ', isMatch: false });
  }
  pieces.splice(-1, 1, ...(end < words.length ? [{ text: ' …', isMatch: false }] : []));
  return joined(pieces);
}

/** The first place from which on the most places are in reach. */
function densest(sorted: readonly number[]): number {
  let best = { place: 0, count: 0 };
  let end = 0;
  for (const [index, place] of sorted.entries()) {
    while (end < sorted.length && (sorted[end] ?? 0) < place + WORDS - BEFORE) end += 1;
    if (end - index > best.count) best = { place, count: end - index };
  }
  return best.place;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last === undefined || last.isMatch || piece.isMatch) result.push(piece);
    else result[result.length - 1] = { text: last.text + piece.text, isMatch: false };
  }
  return result;
}
