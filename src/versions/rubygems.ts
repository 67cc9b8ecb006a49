import { digitsKey } from './digits.ts';
import { defineScheme, type Order } from './scheme.ts';
import { BLANK, trim } from './trim.ts';

interface GemVersion {
  readonly segments: readonly string[];
  /** What its segments compare by, without the zeros at the end of the leading numbers. A word is below a number. */
  readonly keys: readonly string[];
}

const WORD = '0';
const NUMBER = '1';
const ZERO = NUMBER + digitsKey('0');

const PATTERN = /^[0-9]+(?:\.[0-9a-z]+)*(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;

/** Gem::Version: no text is 0, a hyphen begins a pre-release. */
export const rubygems = defineScheme<GemVersion>({
  id: 'rubygems',
  title: 'Gem::Version',
  rulesUrl: 'https://docs.ruby-lang.org/en/master/Gem/Version.html',
  parse: (text) => {
    const version = trim(text, BLANK.ruby) || '0';
    return PATTERN.test(version) ? readSegments(version) : undefined;
  },
  compare: (a, b) => {
    const end = Math.max(a.keys.length, b.keys.length);
    for (let i = 0; i < end; i += 1) {
      const order = compareKeys(keyAt(a, i), keyAt(b, i));
      if (order !== 0) return order;
    }
    return 0;
  },
  facts: ({ segments }) => {
    const end = wordAt(segments);
    return { numbers: segments.slice(0, end).map(BigInt), prerelease: end < segments.length };
  },
});

function readSegments(version: string): GemVersion {
  const segments = version.replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? [];
  const end = wordAt(segments);
  const keys = segments.map((segment) => (isWord(segment) ? WORD + segment : NUMBER + digitsKey(segment)));
  return { segments, keys: [...withoutZeros(keys.slice(0, end)), ...keys.slice(end)] };
}

function wordAt(segments: readonly string[]): number {
  const at = segments.findIndex(isWord);
  return at < 0 ? segments.length : at;
}

function isWord(segment: string): boolean {
  return /^\D/.test(segment);
}

function withoutZeros(keys: readonly string[]): readonly string[] {
  return keys.slice(0, keys.findLastIndex((key) => key !== ZERO) + 1);
}

function keyAt({ keys }: GemVersion, index: number): string {
  return index < keys.length ? (keys[index] ?? ZERO) : ZERO;
}

function compareKeys(a: string, b: string): Order {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
