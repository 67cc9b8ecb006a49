import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from '../../src/platform/in-parallel.ts';
import { isFull, SEED, seededRandom, spread } from './amount.ts';
import { type Going, MODES, type Mode, openTrials, type Trial, withoutMoments } from './trial.ts';

/** Where a run is killed: after a time, or at a call of the file system. */
type Point =
  | { readonly afterMs: number; readonly to: 'process' | 'group' }
  | { readonly call: string; readonly at: number; readonly what: 'kill' | 'tear' | 'kill-after' };

interface KillPlan {
  readonly mode: Mode;
  readonly signal: 'SIGKILL' | 'SIGTERM';
  /** Points by chance: all that is promised, and in short. */
  readonly random: { readonly full: number; readonly short: number };
  /** Of the calls that write, in full: every one, every second … */
  readonly every: number;
}

/** An undisturbed run: how long it takes, what it calls, and what it comes to. */
interface Undisturbed {
  readonly ms: number;
  readonly calls: ReadonlyMap<string, number>;
  readonly landed: Record<string, string>;
}

/** Runs are killed wherever it may be; after each, all that is held is valid, and the next run comes to what an undisturbed one does. */
export function describeKills(name: string, plan: KillPlan): void {
  describe(name, { timeout: isFull ? 7_200_000 : 120_000 }, () => {
    let opened: Awaited<ReturnType<typeof openTrials>>;
    before(async () => {
      opened = await openTrials(2);
    });
    after(() => opened.close());

    test(`nothing is torn, mixed or told twice (seed ${SEED})`, async (t) => {
      const [first] = opened.trials;
      const undisturbed = await runUndisturbed(first ?? assert.fail(), plan.mode);
      const points = choosePoints(plan, undisturbed);
      const free = [...opened.trials];
      let cut = 0;
      const killed = inParallel(points, free.length, async (point) => {
        const trial = free.pop() ?? assert.fail();
        if (await killAt(trial, plan, point, undisturbed)) cut += 1;
        free.push(trial);
      });
      for await (const _ of killed);
      assert.ok(cut > points.length / 2, `only ${cut} of ${points.length} runs were hit while they ran`);
      tell(
        t,
        name,
        `${cut} of ${points.length} runs were cut, 0 invalid files, 0 mixed commits, 0 doubled lines`,
      );
    });
  });
}

function tell(t: TestContext, row: string, figures: string): void {
  if (isFull) t.diagnostic(`trust | ${row} | ${figures}`);
}

async function runUndisturbed(trial: Trial, mode: Mode): Promise<Undisturbed> {
  trial.restore();
  const log = join(trial.root, '.cache', 'calls');
  const began = performance.now();
  const { code, stderr } = await trial.run(MODES[mode], { TIDINGS_STRIKE_LOG: log });
  const ms = performance.now() - began;
  assert.equal(code, 0, stderr);
  assert.deepEqual(await trial.check(mode, 'settled'), []);
  const calls = (await readFile(log, 'utf8')).trim().split('\n');
  await rm(log);
  const landed = withoutMoments(await trial.landed(mode));
  assert.match(landed['ledger'] ?? '', /9\.2\.0/);
  return {
    ms,
    landed,
    calls: new Map([...Map.groupBy(calls, String)].map(([call, all]) => [call, all.length])),
  };
}

function choosePoints(
  { random: { full, short }, every, signal }: KillPlan,
  { ms, calls }: Undisturbed,
): Point[] {
  const random = seededRandom(SEED);
  const byChance = Array.from({ length: isFull ? full : short }, (): Point => {
    return { afterMs: ms * (0.3 + 0.7 * random()), to: random() < 0.5 ? 'process' : 'group' };
  });
  if (signal === 'SIGTERM') return byChance;
  const atCalls = ['write', 'fsync', 'rename'].flatMap((call) => {
    const numbers = Array.from({ length: calls.get(call) ?? 0 }, (_, index) => index + 1);
    const chosen = isFull
      ? numbers.filter((number) => number % every === 0)
      : spread(numbers, Math.ceil(short / 6));
    const whats = call === 'write' ? (['kill', 'tear'] as const) : (['kill', 'kill-after'] as const);
    return chosen.map((at, index): Point => ({ call, at, what: whats[index % 2] ?? 'kill' }));
  });
  return [...byChance, ...atCalls];
}

/** Whether the run was hit before it had ended. */
async function killAt(
  trial: Trial,
  plan: KillPlan,
  point: Point,
  undisturbed: Undisturbed,
): Promise<boolean> {
  const { mode } = plan;
  const where = `${mode} ${plan.signal} at ${JSON.stringify(point)}`;
  trial.restore();
  const going = trial.start(MODES[mode], 'call' in point ? strikeAt(point) : {});
  const signal = 'call' in point ? (await going.ended).signal : await sendAfter(going, plan, point);
  await going.gone();
  assert.deepEqual(await trial.check(mode, 'interrupted'), [], where);
  const next = await trial.run(MODES[mode]);
  assert.equal(next.code, 0, `${where}: ${next.stderr}`);
  assert.deepEqual(await trial.check(mode, 'settled'), [], where);
  assert.deepEqual(withoutMoments(await trial.landed(mode)), undisturbed.landed, where);
  return signal !== null;
}

function strikeAt({ call, at, what }: Extract<Point, { call: string }>): Record<string, string> {
  return { TIDINGS_STRIKE: what, TIDINGS_STRIKE_CALL: call, TIDINGS_STRIKE_AT: String(at) };
}

const GONE_WITHIN_MS = 5000;

async function sendAfter(going: Going, plan: KillPlan, point: Extract<Point, { afterMs: number }>) {
  await Promise.race([sleep(point.afterMs), going.ended]);
  const sent = performance.now();
  going.send(plan.signal, point.to);
  const { signal } = await going.ended;
  const took = performance.now() - sent;
  assert.ok(took < GONE_WITHIN_MS, `it was still there ${took} ms after ${plan.signal}`);
  return signal;
}
