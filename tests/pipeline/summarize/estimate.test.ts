import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { describeEstimate, describePlan, estimate } from '../../../src/pipeline/summarize/estimate.ts';
import { costIn, readPrice } from '../../../src/pipeline/summarize/price.ts';
import { ConfigError } from '../../../src/platform/errors.ts';

function aPlanned(version: string, calls: number, tokens: number) {
  const cost = { calls, tokens, aboutIn: 100, aboutOut: 20 };
  return {
    package: parsePackage('pkg:npm/tool'),
    version,
    project: 'Tool',
    shownVersion: version,
    notes: '',
    hash: '',
    readable: 'abc',
    cost,
  };
}

describe('an estimate', () => {
  const planned = [aPlanned('3', 1, 1000), aPlanned('2', 3, 5000), aPlanned('1', 1, 1000)];

  test('takes what fits into both limits, in order', () => {
    const all = estimate(planned, { calls: 5, tokens: 7000 }, 500, undefined);
    assert.deepEqual([all.releases, all.left, all.calls, all.mostTokens], [3, 0, 5, 7000]);
    const few = estimate(planned, { calls: 4, tokens: 7000 }, 500, undefined);
    assert.deepEqual(
      few.fitting.map(({ version }) => version),
      ['3', '2'],
    );
    const cheap = estimate(planned, { calls: 9, tokens: 2000 }, 500, undefined);
    assert.deepEqual([cheap.fitting.map(({ version }) => version), cheap.left], [['3', '1'], 1]);
  });

  test('is told in one line, with what it costs', () => {
    const { fitting, ...costs } = estimate(planned, { calls: 9, tokens: 2000 }, 500, { in: 1, out: 10 });
    assert.equal(
      describeEstimate(costs, 'm-1'),
      '2 releases, 2 calls to m-1: about 200 tokens in and 40 out, at most 2000 together, 0.0006 and at most 0.0110 in money; 1 more are left for later runs.',
    );
    assert.match(
      describePlan(fitting, 'the end'),
      /^pkg:npm\/tool {2}3 {2}3 characters, 1 call\n.*\nthe end\n$/,
    );
  });
});

test('a plan shows what a version holds, and does not act on it', () => {
  const text = describePlan([aPlanned('1\u001b[2J\n::set-env', 1, 1)], 'the end');
  assert.equal(text.split('\n').length, 3);
  assert.ok(text.includes('1\\u{1b}[2J\\u{a}::set-env'), text);
});

describe('a price', () => {
  test('is of a million tokens, in and out', () => {
    assert.deepEqual(readPrice('0.15/0.60'), { in: 0.15, out: 0.6 });
    assert.equal(readPrice(undefined), undefined);
    assert.equal(costIn({ in: 2, out: 10 }, 500_000, 100_000), 2);
  });

  for (const text of ['', '1', '1/', '-1/2', '$1/$2', '1/2/3']) {
    test(`is not “${text}”`, () => assert.throws(() => readPrice(text), ConfigError));
  }
});
