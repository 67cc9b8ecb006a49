import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createRandom } from '../bench/make-notes.ts';
import { IS_FULL, tell } from '../trust.ts';
import { SEED, spread } from './amount.ts';
import { MODES, type Mode, openTrials, type Trial, withoutMoments } from './trial.ts';
import { inTurns } from './turns.ts';
import { runUndisturbed, type Undisturbed } from './undisturbed.ts';

/** Where a run is killed: at a call of the file system, or some time after it, when git may be at work. */
interface Point {
  /** Undefined for any. */
  readonly call?: string;
  readonly at: number;
  readonly what: 'kill' | 'tear' | 'kill-after' | 'later';
  readonly delayMs?: number;
  readonly to?: 'process' | 'group';
}

const GONE_WITHIN_MS = 5000;

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
  describe(name, { timeout: IS_FULL ? 14_400_000 : 600_000 }, () => {
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
      assert.ok(cut > points.length / 3, `only ${cut} of ${points.length} runs were hit while they ran`);
      tell(
        t,
        name,
        `${cut} of ${points.length} runs were cut, 0 invalid files, 0 mixed commits, 0 doubled lines`,
      );
    });
  });
}

function choosePoints(
  { mode, random: { full, short }, calls: struck, signal }: KillPlan,
  { calls }: Undisturbed,
): Point[] {
  const random = createRandom(SEED);
  const all = [...calls.values()].reduce((sum, count) => sum + count, 0);
  const byChance = Array.from({ length: IS_FULL ? full : short }, (): Point => {
    const isWrite = random() < 0.5;
    const at = 1 + Math.floor(random() * (isWrite ? (calls.get('rename') ?? 1) : all));
    const delayMs = Math.floor(random() ** 2 * (mode === 'files' ? 10 : 80));
    return {
      ...(isWrite && { call: 'rename' }),
      at,
      what: 'later',
      delayMs,
      to: random() < 0.5 ? 'process' : 'group',
    };
  });
  if (signal === 'SIGTERM') return byChance;
  const atCalls = ['write', 'fsync', 'rename'].flatMap((call) => {
    const numbers = Array.from({ length: calls.get(call) ?? 0 }, (_, index) => index + 1);
    const chosen = IS_FULL
      ? numbers.filter((number) => number % struck.every === 0)
      : spread(numbers, struck.short);
    const whats = call === 'write' ? (['kill', 'tear'] as const) : (['kill', 'kill-after'] as const);
    return chosen.map((at, index): Point => ({ call, at, what: whats[index % 2] ?? 'kill' }));
  });
  return [...byChance, ...atCalls];
}

/** Kills runs at these points, and lets the next one after the last of them to its end. Returns how many were hit while they ran. */
async function killAt(
  trial: Trial,
  plan: KillPlan,
  points: readonly Point[],
  undisturbed: Undisturbed,
): Promise<number> {
  const { mode } = plan;
  const where = `${mode} ${plan.signal} at ${JSON.stringify(points)}`;
  let cut = 0;
  for (const point of points) {
    trial.restore();
    const going = trial.start(MODES[mode], strikeAt(point, plan.signal));
    const { signal, struckAt } = await going.ended;
    const took = performance.now() - (struckAt ?? performance.now());
    assert.ok(took < GONE_WITHIN_MS, `it was still there ${took} ms after ${plan.signal}`);
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

function strikeAt({ call, at, what, delayMs, to }: Point, signal: string): Record<string, string> {
  return {
    TIDINGS_STRIKE: what,
    TIDINGS_STRIKE_CALL: call ?? '',
    TIDINGS_STRIKE_AT: String(at),
    TIDINGS_STRIKE_DELAY: String(delayMs ?? 0),
    TIDINGS_STRIKE_SIGNAL: signal,
    TIDINGS_STRIKE_TO: to ?? 'process',
  };
}
