import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Tally, tallyInWords, visitDay } from '../../../src/components/reader/tally.ts';

const NONE: Tally = { shown: 60, all: 60, isNarrow: false, fresh: 0 };

describe('the line above the feed', () => {
  const CASES: readonly (readonly [Partial<Tally>, string])[] = [
    [{}, ''],
    [{ isNarrow: true, shown: 12 }, '12 of 60 releases.'],
    [{ isNarrow: true, shown: 0, all: 1 }, '0 of 1 release.'],
    [{ fresh: 1200 }, '1,200 came since your last visit.'],
    [{ isNarrow: true, shown: 1, fresh: 5 }, '1 of 60 releases. 5 came since your last visit.'],
  ];
  for (const [tally, words] of CASES) {
    test(words || 'is empty', () => assert.equal(tallyInWords({ ...NONE, ...tally }), words));
  }
});

test('a visit has its day', () => {
  assert.equal(visitDay(Date.UTC(2026, 10, 20, 23, 59)), '20 November 2026');
});
