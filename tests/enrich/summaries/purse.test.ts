import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createPurse } from '../../../src/enrich/summaries/purse.ts';

describe('a purse', () => {
  test('pays until one of its limits', () => {
    const purse = createPurse({ calls: 3, tokens: 100 });
    assert.deepEqual(
      [purse.pay(60), purse.pay(60), purse.pay(40), purse.pay(0), purse.pay(0)],
      [true, false, true, true, false],
    );
    assert.deepEqual(purse.spent(), { calls: 3, tokens: 100 });
  });

  test('takes back the tokens of a call, not the call', () => {
    const purse = createPurse({ calls: 2, tokens: 100 });
    purse.pay(100);
    purse.takeBack(100);
    assert.deepEqual([purse.holds(1, 100), purse.holds(2, 100), purse.spent().calls], [true, false, 1]);
  });

  test('never pays more than it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100)), fc.nat(20), fc.nat(500), (costs, calls, tokens) => {
        const purse = createPurse({ calls, tokens });
        const paid = costs.filter((cost) => purse.pay(cost));
        assert.ok(paid.length <= calls && paid.reduce((sum, one) => sum + one, 0) <= tokens);
      }),
    );
  });
});
