import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { removeStrays } from '../../../src/outputs/kept/remove-strays.ts';
import { aFolder } from '../../build-release.ts';

test('what is not wanted goes, with the folders that are empty then', async (t) => {
  const folder = await aFolder(t);
  for (const path of ['a/b/wanted', 'a/b/stray', 'a/c/d/stray']) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), '');
  }
  removeStrays(folder, new Set(['a/b/wanted']));
  const left = await readdir(folder, { recursive: true });
  assert.deepEqual(left.sort(), ['a', 'a/b', 'a/b/wanted']);
});
