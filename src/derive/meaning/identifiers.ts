/** An id of an advisory, wherever it stands in a text. */
export const IDENTIFIER =
  /\b(?:(CVE|RUSTSEC|PYSEC|GO)-(\d{4}-\d{1,7})|GHSA((?:-[23456789cfghjmpqrvwx]{4}){3}))(?![\w-])/gi;

const FAMILY = /(?:CVE|GHSA|SEC|GO)-/i;

/** The ids of advisories that a text names, in one spelling, in the order in which it names them. */
export function identifiersIn(text: string): string[] {
  if (!FAMILY.test(text)) return [];
  const found = new Set<string>();
  for (const [, family = '', number = '', tail] of text.matchAll(IDENTIFIER)) {
    found.add(tail === undefined ? `${family.toUpperCase()}-${number}` : `GHSA${tail.toLowerCase()}`);
  }
  return [...found];
}
