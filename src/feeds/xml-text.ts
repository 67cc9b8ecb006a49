// What XML 1.0 has no place for, not even escaped. https://www.w3.org/TR/xml/#charsets
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text without what XML forbids. It still has to be escaped. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}
