import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ConfigError } from '../../src/platform/errors.ts';
import { withLock } from '../../src/platform/run-lock.ts';
import { runNode } from '../../src/platform/run-node.ts';
import { aFolder } from '../build-release.ts';

describe('the lock of a run', () => {
  test('is held while work is done, and given back also after an error', async (t) => {
    const path = join(await aFolder(t), 'run/lock');
    assert.equal(await withLock(path, async () => existsSync(path)), true);
    assert.equal(existsSync(path), false);
    await assert.rejects(
      withLock(path, () => Promise.reject(new Error('oops'))),
      /oops/,
    );
    assert.equal(existsSync(path), false);
  });

  test('keeps a second run out, and says what to do', async (t) => {
    const path = join(await aFolder(t), 'lock');
    await withLock(path, async () => {
      await assert.rejects(
        withLock(path, async () => assert.fail('it ran')),
        (error) => error instanceof ConfigError && error.message.includes(`${process.pid}`),
      );
      assert.ok(existsSync(path), 'it is still ours');
    });
  });

  test('of a process that is gone is taken over, and so is what is no lock', async (t) => {
    const path = join(await aFolder(t), 'lock');
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const text of [`${pid}\n`, '', 'nonsense', '-1']) {
      writeFileSync(path, text);
      assert.equal(await withLock(path, async () => 'ran'), 'ran');
    }
  });

  test('of another process that took the number is taken over after hours', async (t) => {
    const path = join(await aFolder(t), 'lock');
    writeFileSync(path, `${process.pid}\n`);
    utimesSync(path, 1, 1);
    assert.equal(await withLock(path, async () => 'ran'), 'ran');
  });

  test('is released by a process that leaves in the middle of its work', async (t) => {
    const path = join(await aFolder(t), 'lock');
    const code = `import { withLock } from './src/platform/run-lock.ts'; import { existsSync } from 'node:fs';
      await withLock(${JSON.stringify(path)}, async () => process.exit(existsSync(${JSON.stringify(path)}) ? 7 : 1));`;
    const { code: left } = await runNode(['--input-type=module', '--eval', code], { hearing: 'keep' });
    assert.deepEqual([left, existsSync(path)], [7, false]);
  });
});
