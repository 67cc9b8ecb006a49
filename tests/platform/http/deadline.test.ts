import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDeadline, type Sleep } from '../../../src/platform/http/deadline.ts';

const noSleep: Sleep = async () => {};

function open(milliseconds: number, sleep: Sleep, signal?: AbortSignal) {
  return createDeadline({ milliseconds, subject: 'a reply', sleep, signal });
}

test('waits add up, and none begins that would be too long', async () => {
  const waits: number[] = [];
  const deadline = open(1000, async (milliseconds) => waits.push(milliseconds));
  assert.deepEqual(
    [await deadline.wait(600), await deadline.wait(400), await deadline.wait(399)],
    [true, false, true],
  );
  assert.deepEqual(waits, [600, 399]);
});

test('work ends with its time', async () => {
  const never = (signal: AbortSignal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const late = { name: 'HostError', message: 'a reply: no complete answer within 0.02 s' };
  await assert.rejects(open(20, noSleep).run(never), late);
  assert.equal(await open(20, noSleep).run(async () => 'done'), 'done');
});

test('a caller that gives up ends work and waits', async () => {
  const controller = new AbortController();
  const giveUp: Sleep = (_, signal) => {
    controller.abort(new Error('enough'));
    return Promise.reject(signal?.reason);
  };
  const deadline = open(1000, giveUp, controller.signal);
  assert.equal(await deadline.run(async (signal) => signal.aborted), false);
  assert.equal(await deadline.wait(1), false);
  await assert.rejects(
    deadline.run(() => Promise.reject(new Error('not to be begun'))),
    /enough/,
  );
});

test('a sleep that fails for another reason fails', async () => {
  const broken: Sleep = () => Promise.reject(new Error('no timer'));
  await assert.rejects(open(1000, broken).wait(1), /no timer/);
});
