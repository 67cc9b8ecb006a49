import assert from 'node:assert/strict';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { ConfigError } from '../../src/platform/errors.ts';
import { createRenderPool, type RenderPool } from '../../src/render/render-pool.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/render');
const jobOf = (notes: string) => ({ notes, context: {}, limits: { nodes: 1, depth: 1 } });

function poolOf(
  context: TestContext,
  { size = 1, milliseconds = 60_000, script = 'scripted-worker.ts' } = {},
): RenderPool {
  const limits = { milliseconds, megabytes: 32 };
  const pool = createRenderPool({ script: join(FIXTURES, script), size, limits });
  context.after(() => pool.close());
  return pool;
}

async function answersOf(pool: RenderPool, ...notes: string[]): Promise<string[]> {
  const replies = await Promise.all(notes.map((each) => pool.run(jobOf(each))));
  return replies.map((reply) => ('html' in reply ? reply.html : `problem: ${reply.problem}`));
}

test('every document gets its own answer, over any number of workers, and no variable of the environment', async (context) => {
  for (const size of [1, 2]) {
    const notes = Array.from({ length: 100 }, (_, index) => `n${index}`);
    assert.deepEqual(
      await answersOf(poolOf(context, { size }), ...notes),
      notes.map((each) => `${each} 0`),
    );
  }
});

const failures = [
  { notes: 'hang', milliseconds: 500, problem: /took longer than 500 ms/ },
  { notes: 'stall', milliseconds: 60, problem: /took longer than 60 ms/ },
  { notes: 'crash', problem: /struck by the notes/ },
  { notes: 'leave', problem: /left with code 7/ },
  { notes: 'hoard', problem: /memory/ },
];

for (const { notes, milliseconds = 60_000, problem } of failures) {
  test(`a worker that ends at ‘${notes}’ is replaced: before and behind it all are answered`, async (context) => {
    const pool = poolOf(context, { milliseconds });
    const [before, struck = '', ...behind] = await answersOf(pool, 'a', notes, 'b', 'c');
    assert.match(struck, problem);
    assert.deepEqual([before, ...behind], ['a 0', 'b 0', 'c 0']);
    assert.deepEqual(await answersOf(pool, 'd'), ['d 0']);
  });
}

test('the time is that of one document, not of those before it', async (context) => {
  const work = Array.from({ length: 12 }, () => 'work');
  const replies = await answersOf(poolOf(context, { milliseconds: 250 }), ...work);
  assert.deepEqual(new Set(replies), new Set(['work 0']));
});

test('a worker that cannot be started is an error, for all that wait, and names the cause', async (context) => {
  const pool = poolOf(context, { script: 'no-such-worker.ts' });
  const runs = await Promise.allSettled(Array.from({ length: 20 }, () => pool.run(jobOf('a'))));
  for (const run of runs) {
    assert.ok(run.status === 'rejected' && run.reason instanceof ConfigError);
    assert.match(run.reason.message, /no worker can be started from .*no-such-worker\.ts/);
    assert.match(String(run.reason.cause), /Cannot find module/);
  }
});

test('a closed pool rejects what it has not answered, and what comes after', async (context) => {
  const pool = poolOf(context);
  await pool.run(jobOf('a'));
  const running = Promise.allSettled(
    ['hang', 'b', ...Array.from({ length: 20 }, () => 'c')].map((notes) => pool.run(jobOf(notes))),
  );
  await pool.close();
  for (const run of await running) assert.match(String(run.status === 'rejected' && run.reason), /closed/);
  await assert.rejects(pool.run(jobOf('d')), /closed/);
  await pool.close();
});
