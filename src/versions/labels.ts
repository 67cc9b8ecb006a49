import { compareText } from '../core/compare-text.ts';
import { compareDigits } from './digits.ts';
import type { Order } from './scheme.ts';

/** The order of two labels, such as `rc` and `11`. */
type CompareLabel = (a: string, b: string) => Order;

/**
 * The order of what follows the numbers by SemVer: no label at all is the highest, then label by label, and the longer list is the
 * higher. https://semver.org/#spec-item-11
 */
export function compareLabels(
  a: readonly string[],
  b: readonly string[],
  compareLabel: CompareLabel = compareSemverLabel,
): Order {
  if (a.length === 0 || b.length === 0) return compareLengths(b, a);
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const order = compareLabel(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return compareLengths(a, b);
}

function compareLengths(a: readonly string[], b: readonly string[]): Order {
  if (a.length === b.length) return 0;
  return a.length < b.length ? -1 : 1;
}

// Numbers of any length, below all words.
function compareSemverLabel(a: string, b: string): Order {
  const isNumber = /^\d+$/.test(a);
  if (isNumber !== /^\d+$/.test(b)) return isNumber ? -1 : 1;
  return isNumber ? compareDigits(a, b) : compareText(a, b);
}
