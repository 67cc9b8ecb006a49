import assert from 'node:assert/strict';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { codeVersion } from '../../src/platform/code-version.ts';
import { aFolder } from '../build-release.ts';

const CHANGES: Readonly<Record<string, (root: string) => Promise<void>>> = {
  'a source': (root) => writeFile(join(root, 'src/pages/index.astro'), 'two'),
  'a name of a source': (root) =>
    rename(join(root, 'src/pages/index.astro'), join(root, 'src/pages/other.astro')),
  'the configuration of Astro': (root) => writeFile(join(root, 'astro.config.mjs'), 'two'),
  'a package that is used': (root) => writeFile(join(root, 'package-lock.json'), 'two'),
};

for (const [name, change] of Object.entries(CHANGES)) {
  test(`the version of the code changes with ${name}, and not with documents`, async (t) => {
    const root = await aFolder(t);
    await mkdir(join(root, 'src/pages'), { recursive: true });
    await writeFile(join(root, 'src/pages/index.astro'), 'one');
    const before = await codeVersion(root);
    await writeFile(join(root, 'README.md'), 'two');
    assert.equal(await codeVersion(root), before);
    await change(root);
    assert.notEqual(await codeVersion(root), before);
  });
}
