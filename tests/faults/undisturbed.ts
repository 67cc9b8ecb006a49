import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MODES, type Mode, type Trial, withoutMoments } from './trial.ts';

/** An undisturbed run: what it calls, and what it comes to. */
export interface Undisturbed {
  readonly calls: ReadonlyMap<string, number>;
  readonly landed: Record<string, string>;
}

/** Runs once without a fault, from the trial's beginning. */
export async function runUndisturbed(trial: Trial, mode: Mode): Promise<Undisturbed> {
  trial.restore();
  const log = join(trial.root, '.cache', 'calls');
  const { code, stderr } = await trial.run(MODES[mode], { TIDINGS_STRIKE_LOG: log });
  assert.equal(code, 0, stderr);
  assert.deepEqual(await trial.check(mode, 'settled'), []);
  const calls = (await readFile(log, 'utf8')).trim().split('\n');
  await rm(log);
  const landed = withoutMoments(await trial.landed(mode));
  assert.match(landed['ledger'] ?? '', /9\.2\.0/);
  return {
    landed,
    calls: new Map([...Map.groupBy(calls, String)].map(([call, all]) => [call, all.length])),
  };
}
