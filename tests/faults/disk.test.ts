import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { IS_FULL, tell } from '../trust.ts';
import { spread } from './amount.ts';
import type { Tree } from './check-tree.ts';
import { MODES, type Mode, openTrials, type Trial, withoutMoments } from './trial.ts';
import { inTurns } from './turns.ts';
import { runUndisturbed, type Undisturbed } from './undisturbed.ts';

/** A call of the file system that fails. */
interface DiskFault {
  readonly code: string;
  readonly call: string;
  readonly at: number;
}

const FAULTS = [
  ...['ENOSPC', 'EIO', 'EROFS'].flatMap((code) =>
    ['write', 'fsync', 'rename', 'open', 'mkdir'].map((call) => ({ code, call })),
  ),
  { code: 'EIO', call: 'read' },
];

describe('a disk that fails', { timeout: IS_FULL ? 14_400_000 : 600_000 }, () => {
  let opened: Awaited<ReturnType<typeof openTrials>>;
  before(async () => {
    opened = await openTrials(2);
  });
  after(() => opened.close());

  for (const { mode, full, kinds } of [
    { mode: 'files', full: 40, kinds: FAULTS },
    { mode: 'commit', full: 6, kinds: IS_FULL ? FAULTS : FAULTS.slice(0, 4) },
  ] as const) {
    test(`${mode}: the old files stay, the run says which one it was, and the next one completes`, async (t) => {
      const [first] = opened.trials;
      const undisturbed = await runUndisturbed(first ?? assert.fail(), mode);
      const faults = kinds.flatMap(({ code, call }): DiskFault[] => {
        const numbers = Array.from({ length: undisturbed.calls.get(call) ?? 0 }, (_, index) => index + 1);
        assert.notEqual(numbers.length, 0, `a run calls ${call}`);
        return spread(numbers.slice(numbers.length / 4), IS_FULL ? full : 1).map((at) => ({
          code,
          call,
          at,
        }));
      });
      const struck = await inTurns(opened.trials, faults, (trial, turn) =>
        failAt(trial, mode, turn, undisturbed),
      );
      assert.ok(struck > faults.length / 2, `only ${struck} of ${faults.length} calls failed`);
      tell(t, `disk, ${mode}`, `${struck} failing calls, 0 files lost, 0 runs that did not say so`);
    });
  }
});

async function failAt(
  trial: Trial,
  mode: Mode,
  turn: readonly DiskFault[],
  { landed }: Undisturbed,
): Promise<number> {
  let struck = 0;
  for (const { code, call, at } of turn) {
    trial.restore();
    const before = withoutMoments(await trial.landed(mode));
    const where = `${mode}, ${code} at ${call} ${at}`;
    const fault = { TIDINGS_STRIKE: code, TIDINGS_STRIKE_CALL: call, TIDINGS_STRIKE_AT: String(at) };
    const run = await trial.run(MODES[mode], fault);
    if (!run.stderr.startsWith('struck\n')) {
      assert.equal(run.code, 0, where);
      continue;
    }
    struck += 1;
    assert.ok(run.code === 1 || run.code === 2, `${where}: left with ${run.code}\n${run.stderr}`);
    assert.match(run.stderr, new RegExp(`${code}`), where);
    assert.match(run.stderr, /[/]data[/]|[/]\.cache[/]|pkg:/, `${where}: names neither file nor package`);
    assert.deepEqual(await trial.check(mode, 'interrupted'), [], where);
    assertOldOrNew(await trial.landed(mode), before, landed, where);
  }
  const next = await trial.run(MODES[mode]);
  assert.equal(next.code, 0, next.stderr);
  assert.deepEqual(await trial.check(mode, 'settled'), []);
  assert.deepEqual(withoutMoments(await trial.landed(mode)), landed);
  return struck;
}

function assertOldOrNew(
  tree: Tree,
  before: Record<string, string>,
  after: Record<string, string>,
  where: string,
): void {
  for (const path of Object.keys(before)) {
    const text = withoutMoments(tree)[path];
    assert.ok(
      text === before[path] || text === after[path] || isBetween(path),
      `${where}: ${path} is neither old nor new`,
    );
  }
}

// A package is written once before it is split, which is neither its old state nor its last one.
function isBetween(path: string): boolean {
  return path === 'releases/npm/n12.json';
}
