import { compareText } from '../core/compare-text.ts';
import { compareDigits } from './digits.ts';
import { defineScheme, type Order } from './scheme.ts';

type Part = { readonly number: string } | { readonly word: string };

const END: Part = { word: '' };

// How far before the plain version a word puts it; any other word counts as part of what follows it.
const BEFORE = new Map(
  Object.entries({
    dev: -7,
    nightly: -6,
    snapshot: -6,
    canary: -6,
    experimental: -6,
    insiders: -6,
    alpha: -5,
    a: -5,
    beta: -4,
    b: -4,
    milestone: -3,
    m: -3,
    next: -3,
    pre: -2,
    preview: -2,
    prerelease: -2,
    rc: -1,
    c: -1,
    cr: -1,
  }),
);

/** Natural order for anything with a digit: runs of digits compare as numbers of any length, words by code point. */
export const loose = defineScheme<readonly Part[]>({
  id: 'loose',
  title: 'Natural order',
  note: 'For versions in no particular form: numbers of any length, and words such as `rc` before the plain version.',
  parse: (text) => (/\d/.test(text) ? readParts(text) : undefined),
  compare: compareParts,
  facts: (parts) => {
    const end = parts.findIndex((part) => 'word' in part);
    const numbers = (end < 0 ? parts : parts.slice(0, end)).map((part) =>
      BigInt('number' in part ? part.number : 0),
    );
    return { numbers: numbers.length > 0 ? numbers : [0n], prerelease: parts.some((part) => rank(part) < 0) };
  },
});

function readParts(text: string): Part[] {
  const parts: Part[] = [];
  for (const [run] of text
    .toLowerCase()
    .replace(/^v(?=\d)/, '')
    .matchAll(/\d+|\p{L}+/gu)) {
    parts.push(/^\d/.test(run) ? { number: run } : { word: run });
  }
  return parts;
}

function compareParts(a: readonly Part[], b: readonly Part[]): Order {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const order = comparePart(a[i] ?? END, b[i] ?? END);
    if (order !== 0) return order;
  }
  return 0;
}

// A pre-release word < the end of the version < another word < a number: 1.0-rc < 1.0 < 1.0a-lts < 1.0.1.
function comparePart(a: Part, b: Part): Order {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference < 0 ? -1 : 1;
  if ('number' in a && 'number' in b) return compareDigits(a.number, b.number);
  return 'word' in a && 'word' in b ? compareText(a.word, b.word) : 0;
}

function rank(part: Part): number {
  if ('number' in part) return 2;
  return part.word === '' ? 0 : (BEFORE.get(part.word) ?? 1);
}
