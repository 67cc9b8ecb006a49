/** Text as it is compared: without case, accents and variants of the same character. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

const LONGEST = 200;
const MOST_WORDS = 8;

/** What somebody typed as the words that all have to be found; of a text without end the beginning. */
export function wordsOf(query: string): string[] {
  const words = foldText(query.slice(0, LONGEST)).split(/\s+/);
  return [...new Set(words)].filter((word) => word !== '').slice(0, MOST_WORDS);
}
