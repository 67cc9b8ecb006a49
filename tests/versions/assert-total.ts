import assert from 'node:assert/strict';
import type { Scheme } from '../../src/versions/scheme.ts';

/** Every combination of one fragment out of each list. */
export function combine(...slots: readonly (readonly string[])[]): string[] {
  return slots.reduce<string[]>(
    (texts, fragments) => texts.flatMap((text) => fragments.map((fragment) => text + fragment)),
    [''],
  );
}

/** Asserts that any two of these texts stand in a sorted list as they compare: the order is total and transitive. */
export function assertTotal(scheme: Scheme, texts: readonly string[]): void {
  const sorted = [...new Set(texts)].toSorted(scheme.compare);
  for (const [i, low] of sorted.entries()) {
    for (const high of sorted.slice(i + 1)) {
      if (scheme.compare(low, high) !== -1 || scheme.compare(high, low) !== 1) {
        assert.fail(`${scheme.id}: “${low}” was sorted below “${high}”, but does not compare so`);
      }
    }
  }
}
