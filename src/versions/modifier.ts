import { compareText } from '../core/compare-text.ts';
import { compareDigits } from './digits.ts';
import type { Order } from './scheme.ts';

/** What follows the numbers of a version: `rc1` is rc, then 1. */
export type Modifier = readonly Part[];

interface Part {
  readonly text: string;
  /** Below 0 for what comes before the plain version. A word after it is 1, a number 2. */
  readonly rank: number;
}

const BEFORE = new Map([
  ['dev', -6],
  ['nightly', -5],
  ['snapshot', -5],
  ['canary', -5],
  ['daily', -5],
  ['edge', -5],
  ['experimental', -5],
  ['insiders', -5],
  ['unstable', -5],
  ['alpha', -4],
  ['a', -4],
  ['beta', -3],
  ['b', -3],
  ['milestone', -2],
  ['m', -2],
  ['ea', -2],
  ['eap', -2],
  ['next', -2],
  ['pre', -2],
  ['preview', -2],
  ['prerelease', -2],
  ['rc', -1],
  ['cr', -1],
  ['c', -1],
]);

// 1.1.1b is a release, and 1.2-dev an image with a shell; 3.13b1 and 1.2.dev1 are no releases.
const ONLY_BEFORE_NUMBER = new Set(['a', 'b', 'c', 'm']);

/** The runs of letters and of digits in a text of lower case. */
export function readModifier(text: string): Modifier {
  const runs = text.match(/\d+|\p{L}+/gu) ?? [];
  return runs.map((run, i) => ({ text: run, rank: rankOf(run, runs[i + 1]) }));
}

function rankOf(run: string, next: string | undefined): number {
  if (/^\d/.test(run)) return 2;
  if (ONLY_BEFORE_NUMBER.has(run) && !/^\d/.test(next ?? '')) return 1;
  return BEFORE.get(run) ?? 1;
}

/** Whether it puts a version before the plain one, at any place. */
export function isBefore(modifier: Modifier): boolean {
  return modifier.some(({ rank }) => rank < 0);
}

/** rc1 < rc2 < nothing < lts < lts1. */
export function compareModifiers(a: Modifier, b: Modifier): Order {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const order = compareParts(a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(a: Part | undefined, b: Part | undefined): Order {
  const difference = (a?.rank ?? 0) - (b?.rank ?? 0);
  if (difference !== 0) return difference < 0 ? -1 : 1;
  if (a?.rank === 2 && b?.rank === 2) return compareDigits(a.text, b.text);
  return compareText(a?.text ?? '', b?.text ?? '');
}
