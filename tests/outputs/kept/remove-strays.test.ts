import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { removeStrays } from '../../../src/outputs/kept/remove-strays.ts';
import { writeOutput } from '../../../src/outputs/write-output.ts';
import { aFolder } from '../../build-release.ts';

test('what is not wanted goes, with the folders that are empty then', async (t) => {
  const folder = await aFolder(t);
  for (const path of ['a/b/wanted', 'a/b/stray', 'a/c/d/stray']) writeOutput(folder, path, '');
  removeStrays(folder, new Set(['a/b/wanted']));
  const left = await readdir(folder, { recursive: true });
  assert.deepEqual(left.sort(), ['a', 'a/b', 'a/b/wanted']);
});

const WITHIN = {
  'what is wanted in it': { wanted: ['a/b'], left: ['a', 'a/b', 'b', 'b/c'] },
  nothing: { wanted: [], left: ['b', 'b/c'] },
};

for (const [name, { wanted, left }] of Object.entries(WITHIN)) {
  test(`within a folder ${name} is left, and all beside it`, async (t) => {
    const folder = await aFolder(t);
    for (const path of ['a/b', 'a/c', 'b/c']) writeOutput(folder, path, '');
    removeStrays(folder, new Set(wanted), 'a/');
    removeStrays(folder, new Set(wanted), 'none/');
    assert.deepEqual((await readdir(folder, { recursive: true })).sort(), left);
  });
}
