import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { itemsOf } from './items-of.ts';

interface Sample {
  readonly notes: readonly string[];
  readonly items: readonly string[];
}

/** Tests that the lines of each sample are read as its items. */
export function testSamples(title: string, samples: Readonly<Record<string, Sample>>): void {
  describe(title, () => {
    for (const [name, { notes, items }] of Object.entries(samples)) {
      test(name, () => assert.deepEqual(itemsOf(...notes), items));
    }
  });
}
