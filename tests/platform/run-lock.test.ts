import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readFileIfThere } from '../../src/platform/files.ts';
import { withLock } from '../../src/platform/run-lock.ts';
import { runNode } from '../../src/platform/run-node.ts';
import { aFolder } from '../build-release.ts';

describe('the lock of a run', () => {
  test('is held while work is done, and released after it, even if it fails', async (t) => {
    const path = join(await aFolder(t), 'run/lock');
    const held = await withLock(path, () => readFileIfThere(path));
    assert.equal(held, `${process.pid}\n`);
    await assert.rejects(
      withLock(path, () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await readFileIfThere(path), undefined);
    assert.equal(process.listeners('exit').length, 0);
  });

  test('is refused to a second one, and taken from a process that is gone', async (t) => {
    const path = join(await aFolder(t), 'lock');
    const second = () => withLock(path, async () => 'second');
    await withLock(path, () => assert.rejects(second, { name: 'ConfigError', message: /another run/ }));
    await writeFile(path, '99999999\n');
    assert.equal(await second(), 'second');
  });

  test('is released by a process that leaves in the middle of its work', async (t) => {
    const path = join(await aFolder(t), 'lock');
    const code = `import { withLock } from './src/platform/run-lock.ts'; import { existsSync } from 'node:fs';
      await withLock(${JSON.stringify(path)}, async () => process.exit(existsSync(${JSON.stringify(path)}) ? 7 : 1));`;
    const { code: left } = await runNode(['--input-type=module', '--eval', code], { hearing: 'keep' });
    assert.deepEqual([left, await readFileIfThere(path)], [7, undefined]);
  });
});
