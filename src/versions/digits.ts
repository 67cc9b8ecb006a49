import { compareText } from '../core/compare-text.ts';

/** The order of two runs of decimal digits as numbers of any length: `09` is `9`, and 2^53 is no limit. */
export function compareDigits(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  const left = withoutZeros(a);
  const right = withoutZeros(b);
  if (left.length !== right.length) return left.length < right.length ? -1 : 1;
  return compareText(left, right);
}

function withoutZeros(digits: string): string {
  return digits.length > 1 && digits.startsWith('0') ? digits.replace(/^0+(?=\d)/, '') : digits;
}

/** A text whose order by code units is that of the numbers, for runs of up to 255 digits. */
export function digitsKey(digits: string): string {
  const number = withoutZeros(digits);
  return String.fromCharCode(number.length) + number;
}
