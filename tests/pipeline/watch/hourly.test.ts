import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hourly } from '../../../src/pipeline/watch/hourly.ts';

test('work is done at most once an hour, counted from its beginning, also where it failed', async () => {
  let minute = 0;
  const done: number[] = [];
  const work = hourly(
    async () => {
      done.push(minute);
      if (minute === 60) throw new Error('down');
      return minute;
    },
    () => minute * 60_000,
  );
  const results: (number | string | undefined)[] = [];
  for (minute of [0, 10, 59, 60, 70, 119, 120]) {
    results.push(await work().catch((error: unknown) => String(error)));
  }
  assert.deepEqual(done, [0, 60, 120]);
  assert.deepEqual(results, [0, undefined, undefined, 'Error: down', undefined, undefined, 120]);
});
