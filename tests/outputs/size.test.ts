import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { measureFolder, warnIfLarge } from '../../src/outputs/size.ts';
import { writeOutput } from '../../src/outputs/write-output.ts';
import { aFolder } from '../build-release.ts';

describe('the size of dist', () => {
  test('is that of all files in all folders, in bytes', async (t) => {
    const folder = await aFolder(t);
    assert.equal(await measureFolder(folder), 0);
    await mkdir(join(folder, 'a/b'), { recursive: true });
    await writeFile(join(folder, 'one'), 'é');
    await writeFile(join(folder, 'a/b/two'), 'four');
    assert.equal(await measureFolder(folder), 6);
  });

  test('is worth a warning above 900 MB', () => {
    const warnings: string[] = [];
    warnIfLarge(900e6, (message) => warnings.push(message));
    assert.equal(warnings.length, 0);
    warnIfLarge(900e6 + 1, (message) => warnings.push(message));
    assert.match(warnings.join(), /above 900 MB.*`since`/);
  });

  test('grows by what is written, into folders that are made', async (t) => {
    const folder = await aFolder(t);
    await Promise.all(['x/1', 'x/2', 'x/y/3'].map((path) => writeOutput(folder, path, path)));
    assert.equal(await measureFolder(folder), 11);
  });
});
