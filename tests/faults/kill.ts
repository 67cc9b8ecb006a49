import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFull, SEED, seededRandom, spread } from './amount.ts';
import { type Going, MODES, type Mode, openTrials, type Trial, withoutMoments } from './trial.ts';
import { inTurns, tell } from './turns.ts';
import { runUndisturbed, type Undisturbed } from './undisturbed.ts';

/** Where a run is killed: after a time, or at a call of the file system. */
type Point =
  | { readonly afterMs: number; readonly to: 'process' | 'group' }
  | { readonly call: string; readonly at: number; readonly what: 'kill' | 'tear' | 'kill-after' };

interface KillPlan {
  readonly mode: Mode;
  readonly signal: 'SIGKILL' | 'SIGTERM';
  /** Points by chance: all that is promised, and in short. */
  readonly random: { readonly full: number; readonly short: number };
  /** Of the calls that write, fsync and rename: every so manieth, and in short so many of each. */
  readonly calls: { readonly every: number; readonly short: number };
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
      const cut = await inTurns(opened.trials, points, (trial, turn) => {
        return killAt(trial, plan, turn, undisturbed);
      });
      assert.ok(cut > points.length / 2, `only ${cut} of ${points.length} runs were hit while they ran`);
      tell(
        t,
        name,
        `${cut} of ${points.length} runs were cut, 0 invalid files, 0 mixed commits, 0 doubled lines`,
      );
    });
  });
}

function choosePoints(
  { random: { full, short }, calls: struck, signal }: KillPlan,
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
      ? numbers.filter((number) => number % struck.every === 0)
      : spread(numbers, struck.short);
    const whats = call === 'write' ? (['kill', 'tear'] as const) : (['kill', 'kill-after'] as const);
    return chosen.map((at, index): Point => ({ call, at, what: whats[index % 2] ?? 'kill' }));
  });
  return [...byChance, ...atCalls];
}

/**
 * Kills one run after another at these points, then lets one run to its end. Returns how many were hit while they ran.
 */
async function killAt(
  trial: Trial,
  plan: KillPlan,
  points: readonly Point[],
  undisturbed: Undisturbed,
): Promise<number> {
  const { mode } = plan;
  const where = `${mode} ${plan.signal} at ${JSON.stringify(points)}`;
  let cut = 0;
  trial.restore();
  for (const point of points) {
    const going = trial.start(MODES[mode], 'call' in point ? strikeAt(point) : {});
    const signal = 'call' in point ? (await going.ended).signal : await sendAfter(going, plan, point);
    await going.gone();
    if (signal !== null) cut += 1;
    assert.deepEqual(await trial.check(mode, 'interrupted'), [], where);
  }
  const next = await trial.run(MODES[mode]);
  assert.equal(next.code, 0, `${where}: ${next.stderr}`);
  assert.deepEqual(await trial.check(mode, 'settled'), [], where);
  assert.deepEqual(withoutMoments(await trial.landed(mode)), undisturbed.landed, where);
  return cut;
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
