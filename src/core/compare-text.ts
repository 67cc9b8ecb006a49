// A half of a character beyond U+FFFF. Without one, the engine's own order of code units is that of code points.
const HALF = /[\ud800-\udfff]/;

/** Orders two texts by code point: total, and the same in every language and on every machine. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  if (HALF.test(a) || HALF.test(b)) return compareCharacters(Array.from(a), Array.from(b));
  return a < b ? -1 : 1;
}

function compareCharacters(left: readonly string[], right: readonly string[]): -1 | 0 | 1 {
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return left.length < right.length ? -1 : 1;
}
