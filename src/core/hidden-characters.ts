// What makes a text read differently from what it is (bidirectional overrides and isolates, https://trojansource.codes),
// and what XML 1.0 cannot hold, since feeds carry the same text.
const HARMFUL = /[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\p{Cs}[\p{Cc}--[\t\n\r]]]/gv;
// Zero-width characters, marks of direction, the soft hyphen, the byte order mark and tag characters: they take no room on a line.
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
// Most lines are ASCII with a dash or a quote, where there is nothing to drop: asking that is far cheaper than the sets above.
const UNUSUAL = /[^\t\n\r -~\u2010-\u2027]/;

/** Text without characters that reorder it or that XML forbids. */
export function dropHarmful(text: string): string {
  return UNUSUAL.test(text) ? text.replace(HARMFUL, '') : text;
}

/** One line of text without anything that cannot be seen: for look-alikes, and for places where a line stands alone. */
export function dropHidden(text: string): string {
  return UNUSUAL.test(text) ? dropHarmful(text).replace(INVISIBLE, '') : text;
}
