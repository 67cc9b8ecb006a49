import { dropHidden } from '../../core/hidden-characters.ts';

// Emoji with what belongs to them: they adorn a text, and no font here has them.
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
const MARK = /\p{M}/u;

/**
 * A text as one line that fonts can draw, given which characters they have. A letter that they lack loses its marks; a run of
 * others is told by one `…`, never by a row of boxes; emoji, and marks that no letter takes up, are left out.
 */
export function drawableText(text: string, has: (character: string) => boolean): string {
  let line = '';
  for (const character of dropHidden(text.normalize('NFC')).replace(/\s+/gu, ' ').trim()) {
    const bare = character.normalize('NFD').charAt(0);
    if (has(character)) line += character;
    else if (bare !== character && has(bare)) line += bare;
    else if (!PICTURE.test(character) && !MARK.test(character) && !line.endsWith('…')) line += '…';
  }
  return line
    .replace(/ {2,}/g, ' ')
    .replace(/…(?: …)+/g, '…')
    .trim();
}

/** Whether what was drawn of a text is at least half of its letters and digits, and so worth showing. */
export function keepsMost(drawn: string, text: string): boolean {
  const count = (of: string) => of.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return isTelling(drawn) && 2 * count(drawn) >= count(text);
}

/** Whether a text still says something: a letter or a digit. */
export function isTelling(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
