// Advances of DejaVu Sans, which has those of Verdana, in thousandths of the font's size: printable ASCII in its order.
const ASCII = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
  636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
  295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838,
  500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
  392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];
const FIRST = 32;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}…]/u;
const NO_ROOM = /[\p{M}\p{Cf}]/u;
const CAPITAL = /\p{Lu}/u;
const SIZES = { wide: 1000, capital: 720, other: 620 };

/** How wide a text is, in thousandths of its font's size. What is not ASCII is a good guess: the drawing fits it in. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += ASCII[(character.codePointAt(0) ?? 0) - FIRST] ?? guess(character);
  return width;
}

function guess(character: string): number {
  if (NO_ROOM.test(character)) return 0;
  if (WIDE.test(character)) return SIZES.wide;
  return CAPITAL.test(character) ? SIZES.capital : SIZES.other;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text that is at most as wide as this; what is cut off its end is told by `…`. */
export function fitText(text: string, most: number): string {
  if (textWidth(text) <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(`${kept}${segment}…`) > most) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
