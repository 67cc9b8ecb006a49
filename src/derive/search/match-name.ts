import { editDistance } from './edit-distance.ts';

/** How well a word names something: 1 is its name, 0 is not at all. Both are folded. */
export function matchName(word: string, name: string): number {
  if (name === word) return 1;
  const at = name.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return 0.9;
  // Of a single letter, what it is the beginning of is all that can be meant.
  if (beginsAt(name, word)) return 0.7;
  return word.length > 1 ? 0.5 : 0;
}

function beginsAt(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at > 0; at = name.indexOf(word, at + 1)) {
    if (!isLetter(name[at - 1] ?? '')) return true;
  }
  return false;
}

const NO_LETTER = /[^\p{L}\p{N}]/u;

function isLetter(character: string): boolean {
  return !NO_LETTER.test(character);
}

/** How well a word that is mistyped names something: below 0.4, and 0 where it takes more than one slip in four letters. */
export function matchMistyped(word: string, name: string): number {
  const most = slipsAllowed(word);
  if (most === 0) return 0;
  const slips = Math.min(
    ...[name, ...name.split(/[^\p{L}\p{N}]+/u)].map((part) => editDistance(word, part, most)),
  );
  return slips > most ? 0 : 0.4 - 0.1 * slips;
}

function slipsAllowed({ length }: string): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
