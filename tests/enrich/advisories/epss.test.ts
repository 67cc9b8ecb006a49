import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { EPSS_BANDS } from '../../../src/core/advisory.ts';
import { bandOf } from '../../../src/enrich/advisories/epss.ts';

describe('the band of a probability', () => {
  for (const [probability, held, expected] of [
    [0.0004, undefined, undefined],
    [0.011, undefined, undefined],
    [0.016, undefined, 0.01],
    [0.12, undefined, 0.1],
    [0.97, undefined, 0.5],
    [0.009, 0.01, 0.01],
    [0.004, 0.01, undefined],
    [0.12, 0.01, 0.01],
    [0.16, 0.01, 0.1],
    [0.08, 0.1, 0.1],
    [0.05, 0.1, 0.01],
    [0.6, 0.1, 0.1],
    [0.8, 0.1, 0.5],
    [0.4, 0.5, 0.5],
    [0.3, 0.5, 0.1],
    [1, 0.5, 0.5],
    [0.9, 0.01, 0.5],
  ] as const) {
    test(`${probability}, where ${held ?? 'none'} is held, is ${expected ?? 'none'}`, () => {
      assert.equal(bandOf(probability, held), expected);
    });
  }

  test('stays where it is when it is asked for again', () => {
    const held = fc.constantFrom(undefined, ...EPSS_BANDS);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), held, (probability, before) => {
        const band = bandOf(probability, before);
        assert.equal(bandOf(probability, band), band);
      }),
    );
  });
});
