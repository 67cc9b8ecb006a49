import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runNode } from '../../src/platform/run-node.ts';

// Leaves with 0 so many milliseconds after it was asked to.
const CODE = `import { stopSignal } from './src/platform/until-stopped.ts'; const stop = stopSignal();
  const busy = setInterval(() => {}, 1000); process.stdout.write('ready');
  stop.addEventListener('abort', () => { process.stdout.write('stopping');
    setTimeout(() => clearInterval(busy), Number(process.env.LINGER)); });`;

async function started(lingerMs: number) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', CODE], {
    env: { ...process.env, LINGER: String(lingerMs) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  return { child, ended };
}

describe('the wish to stop', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal} lets the work end; heard twice at once, as through npm, it is one wish`, async () => {
      const { child, ended } = await started(300);
      child.kill(signal);
      await once(child.stdout, 'data');
      child.kill(signal);
      assert.deepEqual(await ended, [0, null]);
    });
  }

  test('a second one, later, ends it at once', async () => {
    const { child, ended } = await started(60_000);
    child.kill('SIGTERM');
    await once(child.stdout, 'data');
    await sleep(1_100);
    child.kill('SIGINT');
    assert.deepEqual(await ended, [130, null]);
  });
});

describe('a program that is ended with ours', () => {
  test('ends at the stop, and at once if that was earlier', async () => {
    const controller = new AbortController();
    const forever = ['--eval', 'setInterval(() => {}, 1000)'];
    const running = runNode(forever, { hearing: 'keep', stop: controller.signal });
    controller.abort();
    assert.equal((await running).code, 1);
    assert.equal((await runNode(forever, { hearing: 'keep', stop: controller.signal })).code, 1);
    assert.equal(process.listeners('exit').length, 0);
  });
});
