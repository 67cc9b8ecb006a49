import assert from 'node:assert/strict';
import { inParallel } from '../../src/platform/in-parallel.ts';
import { IS_FULL } from '../trust.ts';
import type { Trial } from './trial.ts';

// In short, three runs are disturbed before one may end.
const A_TURN = IS_FULL ? 1 : 3;

/** Does work for all of these, in turns, on whichever trial is free. Returns the sum of what it gives. */
export async function inTurns<Item>(
  trials: readonly Trial[],
  items: readonly Item[],
  work: (trial: Trial, turn: readonly Item[]) => Promise<number>,
): Promise<number> {
  const free = [...trials];
  const failures: unknown[] = [];
  let sum = 0;
  const turns = Map.groupBy(items.entries(), ([index]) => Math.floor(index / A_TURN)).values();
  const working = inParallel(turns, free.length, async (turn) => {
    // What goes on elsewhere is let to its end, so that nothing is taken away from under it.
    if (failures.length > 0) return;
    const trial = free.pop() ?? assert.fail();
    try {
      sum += await work(
        trial,
        turn.map(([, item]) => item),
      );
    } catch (error) {
      failures.push(error);
    }
    free.push(trial);
  });
  for await (const _ of working);
  if (failures.length > 0) throw failures[0];
  return sum;
}
