const LONGEST = 500;

/** Text of others as one line of at most 500 characters; undefined if nothing is left. */
export function summaryLine(text: string): string | undefined {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  // A cut between the halves of a character would leave half of it.
  const cut = line
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return cut === '' ? undefined : cut;
}
