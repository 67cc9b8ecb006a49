// Controls, marks that turn the direction of text, and spaces of no width; the joiners that emoji and Indic scripts need stay.
const HIDDEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** A text of others to be compared by eye: what would be invisible in it, or would disorder it, is spelt out, such as `⟨U+202E⟩`. */
export function showHidden(text: string): string {
  return text
    .toWellFormed()
    .replace(HIDDEN, (mark) => (mark === '\t' || mark === '\n' ? mark : `⟨U+${codeOf(mark)}⟩`));
}

function codeOf(mark: string): string {
  return (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
