/**
 * How well a word names a version: 1 is the version, less is the beginning of one (`1.21` of 1.21.3, before that of 1.210), or of
 * a part that begins with letters or behind them (`rc` and `1.0.0` of `@scope/x@1.0.0-rc.1`). 0 is not at all. Both are folded.
 */
export function matchVersion(word: string, version: string): number {
  const wanted = withoutV(word);
  const bare = withoutV(version);
  if (bare === wanted || version === word) return 1;
  if (bare.startsWith(wanted)) return isWhole(bare, wanted.length) ? 0.8 : 0.5;
  const isNumber = isDigit(wanted[0]);
  for (let at = bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + 1)) {
    // Somebody who looks for 1.21 does not mean 0.1.21, and “a” is not the end of “beta”.
    const isBeginning = isNumber ? !/[\d.]/.test(bare[at - 1] ?? '') : !/[\p{L}]/u.test(bare[at - 1] ?? '');
    if (isBeginning) return isWhole(bare, at + wanted.length) ? 0.4 : 0.3;
  }
  return 0;
}

function withoutV(text: string): string {
  return /^v\d/.test(text) ? text.slice(1) : text;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\d/.test(character);
}

/** Whether a number that ends there has no further digits. */
function isWhole(text: string, end: number): boolean {
  return !(isDigit(text[end - 1]) && isDigit(text[end]));
}
