import { advisoriesBetween } from './advisories-between.ts';
import { codeBetween } from './code-between.ts';
import type { CompareIndex } from './compare-index.ts';
import type { Comparison } from './compare-markdown.ts';
import type { Range } from './compare-range.ts';
import { type NotesByRef, toldBetween } from './told-between.ts';

/** All that is known between two versions. */
export function toComparison(index: CompareIndex, range: Range, notes: NotesByRef): Comparison {
  return {
    index,
    range,
    advisories: advisoriesBetween(index, range),
    told: toldBetween(range.releases, notes),
    code: codeBetween(index, range),
  };
}
