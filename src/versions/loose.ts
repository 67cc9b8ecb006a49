import { compareModifiers, isBefore, type Modifier, readModifier } from './modifier.ts';
import { defineScheme } from './scheme.ts';

/** Natural order for anything with a digit: runs of digits compare as numbers of any length, words by code point. */
export const loose = defineScheme<Modifier>({
  id: 'loose',
  title: 'Natural order',
  note: 'For versions in no particular form: numbers of any length, and words such as `rc` before the plain version.',
  parse: (text) => (/\d/.test(text) ? readModifier(text.toLowerCase().replace(/^v(?=\d)/, '')) : undefined),
  compare: compareModifiers,
  facts: (parts) => {
    const end = parts.findIndex(({ text }) => !/^\d/.test(text));
    const numbers = (end < 0 ? parts : parts.slice(0, end)).map(({ text }) => BigInt(text));
    return { numbers: numbers.length > 0 ? numbers : [0n], prerelease: isBefore(parts) };
  },
});
