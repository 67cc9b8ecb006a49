import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inParallel } from '../../src/platform/in-parallel.ts';

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** Work that ends when it is told to. */
function workshop() {
  const finish = new Map<number, () => void>();
  const begun: number[] = [];
  const work = (item: number) => {
    begun.push(item);
    return new Promise<string>((resolve) => finish.set(item, () => resolve(`done ${item}`)));
  };
  return { begun, work, finish: (item: number) => finish.get(item)?.() };
}

test('yields results as they come, with so many at once', async () => {
  const { begun, work, finish } = workshop();
  const results = inParallel([1, 2, 3, 4], 2, work);
  const first = results.next();
  assert.deepEqual(begun, [1, 2]);
  finish(2);
  assert.deepEqual(await first, { done: false, value: 'done 2' });
  assert.deepEqual(begun, [1, 2], 'no new work before the result was taken');
  const second = results.next();
  finish(3);
  assert.deepEqual(await second, { done: false, value: 'done 3' });
  const rest = all(results);
  finish(1);
  await new Promise(setImmediate);
  finish(4);
  assert.deepEqual(await rest, ['done 1', 'done 4']);
});

test('nothing gives nothing', async () => {
  assert.deepEqual(await all(inParallel([], 3, async (item) => item)), []);
});

test('fewer items than places are all done', async () => {
  const results = await all(inParallel(['a', 'b'], 10, async (item) => item.toUpperCase()));
  assert.deepEqual(results.toSorted(), ['A', 'B']);
});

test('a defect in the work is thrown', async () => {
  const work = async (item: number) => {
    if (item === 2) throw new TypeError('defect');
    return item;
  };
  await assert.rejects(all(inParallel([1, 2], 1, work)), TypeError);
});
