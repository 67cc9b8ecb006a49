import { compareText } from '../core/compare-text.ts';

/** The order of two runs of decimal digits as numbers of any length: `09` is `9`, and 2^53 is no limit. */
export function compareDigits(a: string, b: string): -1 | 0 | 1 {
  const left = withoutZeros(a);
  const right = withoutZeros(b);
  if (left.length !== right.length) return left.length < right.length ? -1 : 1;
  return compareText(left, right);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
