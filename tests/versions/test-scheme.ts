import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import type { Scheme } from '../../src/versions/scheme.ts';
import hostileFile from '../fixtures/hostile/versions.json' with { type: 'json' };
import { anyVersion } from './any-version.ts';

const Hostile = z.object({
  generated: z.array(z.object({ build: z.array(z.tuple([z.string(), z.number()])) })),
  odd: z.array(z.string()),
});
const { generated, odd } = Hostile.parse(hostileFile);
const HOSTILE = [
  ...odd,
  ...generated.map(({ build }) => build.map(([unit, count]) => unit.repeat(count)).join('')),
];

/** The suite that every scheme passes: a total order over good and hostile texts, at no cost. */
export function testScheme(scheme: Scheme): void {
  describe(`the order of ${scheme.id}`, () => {
    test('is antisymmetric, and 0 only for the same text', () => {
      fc.assert(
        fc.property(anyVersion, anyVersion, (a, b) => {
          const order = scheme.compare(a, b);
          assert.ok([-1, 0, 1].includes(order));
          assert.equal(order + scheme.compare(b, a), 0);
          assert.equal(order === 0, a === b);
        }),
        { numRuns: 3000 },
      );
    });

    test('is transitive', () => {
      fc.assert(
        fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
          if (scheme.compare(a, b) < 0 && scheme.compare(b, c) < 0) assert.equal(scheme.compare(a, c), -1);
        }),
        { numRuns: 10_000 },
      );
    });

    test('is the same under every shuffle', () => {
      const shuffled = fc
        .uniqueArray(anyVersion, { maxLength: 12 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
      fc.assert(
        fc.property(shuffled, ([all, other]) => {
          assert.deepEqual(other.toSorted(scheme.compare), all.toSorted(scheme.compare));
        }),
      );
    });

    test('puts what is no version before all that is, in text order', () => {
      const sorted = ['2024.1.0', 'b', 'a'].toSorted(scheme.compare);
      assert.deepEqual(sorted, ['a', 'b', '2024.1.0']);
    });
  });

  describe(`${scheme.id} and hostile versions`, () => {
    for (const text of HOSTILE) {
      test(JSON.stringify(text.slice(0, 40)), () => {
        assert.equal(scheme.compare(text, text), 0);
        const facts = scheme.facts(text);
        if (text.length > 255) assert.equal(facts, undefined);
        if (facts === undefined) return;
        assert.ok(facts.numbers.length > 0 && facts.numbers.every((number) => number >= 0n));
      });
    }
  });
}
