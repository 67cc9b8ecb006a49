import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareDigits, digitsKey } from '../../src/versions/digits.ts';
import '../arbitrary.ts';

const digits = fc
  .tuple(fc.constantFrom('', '0', '00'), fc.oneof(fc.nat(20), fc.bigInt({ min: 0n, max: 10n ** 30n })))
  .map(([zeros, number]) => zeros + number);

test('digits compare as numbers, and their keys do', () => {
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      const order = BigInt(a) === BigInt(b) ? 0 : BigInt(a) < BigInt(b) ? -1 : 1;
      assert.equal(compareDigits(a, b), order);
      const [left, right] = [digitsKey(a), digitsKey(b)];
      assert.equal(left === right ? 0 : left < right ? -1 : 1, order);
    }),
    { numRuns: 2000 },
  );
});

test('255 digits still have a key', () => {
  assert.ok(digitsKey('9'.repeat(254)) < digitsKey('1'.repeat(255)));
});
