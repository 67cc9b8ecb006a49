import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { createDeadline, type Deadline } from '../../src/render/deadline.ts';

interface Watched {
  readonly deadline: Deadline;
  /** Lets so much of the clock go by, and what computing says by then. */
  readonly pass: (clock: number, computed: number | Error | undefined) => Promise<void>;
  readonly late: () => number;
}

/** A deadline of 100 ms over a worker that says what it is told to; it looks every 5 ms. */
function watch(context: TestContext, meanwhile = () => {}): Watched {
  context.mock.timers.enable({ apis: ['setInterval'] });
  let said: number | Error | undefined;
  let late = 0;
  const spent = async () => {
    meanwhile();
    if (said instanceof Error) throw said;
    return said;
  };
  const deadline = createDeadline(100, spent, () => {
    late += 1;
    deadline.stop();
  });
  async function pass(clock: number, computed: number | Error | undefined): Promise<void> {
    said = computed;
    for (let at = 0; at < clock; at += 5) {
      context.mock.timers.tick(5);
      await new Promise(setImmediate);
    }
  }
  return { deadline, pass, late: () => late };
}

test('late is what has computed for so long, whatever the clock says', async (context) => {
  const { deadline, pass, late } = watch(context);
  deadline.restart();
  await pass(50, 7_000);
  await pass(1_000, 7_094);
  assert.equal(late(), 0);
  await pass(5, 7_095);
  assert.equal(late(), 1);
});

test('every document has the whole time', async (context) => {
  const { deadline, pass, late } = watch(context);
  for (const computed of [0, 90, 180, 270]) {
    deadline.restart();
    await pass(5, computed);
    await pass(50, computed + 90);
  }
  assert.equal(late(), 0);
});

test('what never computes is late after thirty times as long', async (context) => {
  const { deadline, pass, late } = watch(context);
  deadline.restart();
  await pass(2_995, 0);
  assert.equal(late(), 0);
  await pass(5, 0);
  assert.equal(late(), 1);
});

test('an answer that comes while the worker is asked counts', async (context) => {
  const { deadline, pass, late } = watch(context, () => deadline.stop());
  deadline.restart();
  await pass(5_000, 0);
  assert.equal(late(), 0);
});

test('after stop nothing is late', async (context) => {
  const { deadline, pass, late } = watch(context);
  deadline.restart();
  await pass(5, 0);
  deadline.stop();
  await pass(5_000, 1_000);
  assert.equal(late(), 0);
});

test('a worker that cannot tell is not late before its time', async (context) => {
  const { deadline, pass, late } = watch(context);
  deadline.restart();
  await pass(2_000, new Error('the worker is gone'));
  assert.equal(late(), 0);
});

test('where computing is not counted, the clock is', async (context) => {
  const { deadline, pass, late } = watch(context);
  deadline.restart();
  await pass(95, undefined);
  assert.equal(late(), 0);
  await pass(5, undefined);
  assert.equal(late(), 1);
});
