/** A part of an address out of a text of others. Half a pair of surrogates, which encodeURIComponent throws at, is spelt out: `\ud800`. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.isWellFormed() ? text : JSON.stringify(text).slice(1, -1));
}
