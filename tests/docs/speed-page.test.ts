import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../src/platform/root.ts';

test('the page about speed names the script that its figures come from', async () => {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const page = await readFile(join(ROOT, 'docs/speed.md'), 'utf8');
  assert.ok('bench' in scripts && page.includes('npm run bench -- build'));
  assert.ok((await readFile(join(ROOT, 'tests/bench/build.ts'), 'utf8')).includes('benchBuild'));
});
