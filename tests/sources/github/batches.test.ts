import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { HostError } from '../../../src/platform/errors.ts';
import { type BatchReply, inBatches, type Setback } from '../../../src/sources/github/batches.ts';

const TOO_MUCH: Setback = { error: new HostError('too much'), halve: true };
const NEVER: Setback = { error: new HostError('never'), halve: false };

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number);
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await setImmediate();
}

interface Run {
  readonly results: (readonly [number, string])[];
  /** The sizes of all batches in the order in which they were asked. */
  readonly sizes: number[];
  readonly mostInFlight: number;
}

async function run(
  items: readonly number[],
  plan: { size: number; inFlight: number },
  answer: (batch: readonly number[]) => BatchReply<number, string>,
): Promise<Run> {
  const sizes: number[] = [];
  const results: (readonly [number, string])[] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  const all = inBatches<number, string>(items, {
    ...plan,
    async ask(batch) {
      sizes.push(batch.length);
      inFlight += 1;
      mostInFlight = Math.max(mostInFlight, inFlight);
      await setImmediate();
      inFlight -= 1;
      return answer(batch);
    },
    toFailure: (error) => `failed: ${error.message}`,
  });
  for await (const result of all) results.push(result);
  return { results, sizes, mostInFlight };
}

function allOf(batch: readonly number[]): BatchReply<number, string> {
  return { results: new Map(batch.map((item) => [item, `ok ${item}`])) };
}

describe('batches', () => {
  test('are of the size that was planned, and no more under way than planned', async () => {
    const { results, sizes, mostInFlight } = await run(numbers(230), { size: 50, inFlight: 4 }, allOf);
    assert.deepEqual(sizes, [50, 50, 50, 50, 30]);
    assert.equal(mostInFlight, 4);
    assert.deepEqual(
      results,
      numbers(230).map((item) => [item, `ok ${item}`]),
    );
  });

  test('of nothing ask nothing', async () => {
    assert.deepEqual(await run([], { size: 50, inFlight: 4 }, allOf), {
      results: [],
      sizes: [],
      mostInFlight: 0,
    });
  });

  test('that fail are halved, and later ones begin smaller', async () => {
    const answer = (batch: readonly number[]) =>
      batch.length > 25 ? { results: new Map(), setback: TOO_MUCH } : allOf(batch);
    const { results, sizes } = await run(numbers(110), { size: 50, inFlight: 1 }, answer);
    assert.deepEqual(sizes, [50, 25, 25, 25, 25, 10]);
    assert.deepEqual(
      results.map(([item]) => item),
      numbers(110),
    );
  });

  test('are halved down to the one item that is bad', async () => {
    const answer = (batch: readonly number[]) =>
      batch.includes(6) ? { results: new Map(), setback: TOO_MUCH } : allOf(batch);
    const { results, sizes } = await run(numbers(8), { size: 8, inFlight: 1 }, answer);
    assert.deepEqual(sizes, [8, 4, 4, 2, 2, 1, 1]);
    assert.deepEqual(
      results.filter(([, result]) => !result.startsWith('ok')),
      [[6, 'failed: too much']],
    );
  });

  test('with one bad item do not make all later ones tiny', async () => {
    const answer = (batch: readonly number[]) =>
      batch.includes(6) ? { results: new Map(), setback: TOO_MUCH } : allOf(batch);
    const { sizes } = await run(numbers(16), { size: 8, inFlight: 1 }, answer);
    assert.deepEqual(sizes, [8, 4, 4, 2, 2, 1, 1, 4, 4]);
  });

  test('that were answered in part ask again for the rest only, and do not shrink the next ones', async () => {
    const asked: (readonly number[])[] = [];
    const answer = (batch: readonly number[]) => {
      asked.push(batch);
      return { results: allOf(batch.slice(0, 3)).results, setback: TOO_MUCH };
    };
    const { results } = await run(numbers(8), { size: 4, inFlight: 1 }, answer);
    assert.deepEqual(asked, [[0, 1, 2, 3], [3], [4, 5, 6, 7], [7]]);
    assert.deepEqual(
      results.map(([item]) => item).toSorted((a, b) => a - b),
      numbers(8),
    );
  });

  test('are not halved where that would not help', async () => {
    const { results, sizes } = await run(numbers(4), { size: 4, inFlight: 1 }, (batch) => ({
      results: allOf(batch.slice(0, 1)).results,
      setback: NEVER,
    }));
    assert.deepEqual(sizes, [4]);
    assert.deepEqual(
      results.map(([, result]) => result),
      ['ok 0', 'failed: never', 'failed: never', 'failed: never'],
    );
  });

  test('that leave items out must say why', async () => {
    await assert.rejects(
      run(numbers(2), { size: 2, inFlight: 1 }, () => ({ results: new Map() })),
      /did not say why/,
    );
  });

  test('whose last replies come while the caller is busy are not lost', async () => {
    const seen: number[] = [];
    const slow = inBatches<number, string>(numbers(6), {
      size: 2,
      inFlight: 3,
      async ask(batch) {
        await turns(batch[0] ?? 0);
        return allOf(batch);
      },
      toFailure: String,
    });
    for await (const [item] of slow) {
      seen.push(item);
      await turns(10);
    }
    assert.deepEqual(seen, numbers(6));
  });

  test('lose nothing, whatever fails (property)', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 60 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 119 }), { maxLength: 6 }),
      async (count, size, inFlight, most, bad) => {
        const answer = (batch: readonly number[]): BatchReply<number, string> => {
          if (batch.length > most) return { results: new Map(), setback: TOO_MUCH };
          const good = batch.filter((item) => !bad.includes(item));
          return good.length === batch.length
            ? allOf(batch)
            : { ...allOf(good.slice(0, 3)), setback: TOO_MUCH };
        };
        const { results, mostInFlight } = await run(numbers(count), { size, inFlight }, answer);
        const expected = numbers(count).map((item) => [
          item,
          bad.includes(item) ? 'failed: too much' : `ok ${item}`,
        ]);
        assert.deepEqual(
          results.toSorted(([a], [b]) => a - b),
          expected,
        );
        assert.ok(mostInFlight <= inFlight);
      },
    );
    await fc.assert(property, { numRuns: 60, seed: 7 });
  });
});
