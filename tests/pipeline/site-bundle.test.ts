import assert from 'node:assert/strict';
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { latestNames } from '../../src/platform/files.ts';
import { aFolder } from '../build-release.ts';
import { editNewest, makeRoot } from '../outputs/kept/a-data-folder.ts';
import { buildProject, layProject } from '../site/build-project.ts';

const URL = 'https://team.example/';

test('what Astro bundles', async (t) => {
  const root = await aFolder(t);
  const bundles = () => latestNames(join(root, '.cache/bundle'));
  const page = (path: string) => readFile(join(root, 'dist', path), 'utf8');
  await makeRoot(root);
  await layProject(root);
  await buildProject(root, URL);
  const [first = ''] = await bundles();

  await t.test('is kept while only data/ changes, and the pages show what is new', async () => {
    const madeAt = (await stat(join(root, '.cache/bundle', first, 'client'))).ctimeMs;
    await editNewest(root, 'a', (newest) => [{ ...newest, version: '9.9.9' }, newest]);
    await buildProject(root, URL);
    assert.deepEqual(await bundles(), [first]);
    assert.equal((await stat(join(root, '.cache/bundle', first, 'client'))).ctimeMs, madeAt);
    assert.ok((await page('index.html')).includes('9.9.9'));
  });

  await t.test('is made again for another address', async () => {
    await buildProject(root, 'https://other.example/below/');
    assert.equal((await bundles()).length, 2);
    assert.ok((await page('index.html')).includes('href="/below/search/"'));
  });

  await t.test('is made again with a document, and of the older ones a few are kept', async () => {
    for (const name of ['old-1', 'old-2', 'old-3']) {
      await mkdir(join(root, '.cache/bundle', name));
      await utimes(join(root, '.cache/bundle', name), 0, 0);
    }
    const path = join(root, 'docs/reading.md');
    await writeFile(path, `${await readFile(path, 'utf8')}\nA new last sentence.\n`);
    await buildProject(root, URL);
    const names = await bundles();
    assert.equal(names.length, 4);
    assert.ok(names.includes(first));
    assert.ok((await page('docs/reading/index.html')).includes('A new last sentence.'));
  });

  await t.test('ends the build where it cannot be made, by what went wrong', async () => {
    const path = join(root, 'docs/reading.md');
    const document = await readFile(path, 'utf8');
    await writeFile(path, document.replace(/^order: .*$/m, 'order: first'));
    await assert.rejects(
      buildProject(root, URL),
      /docs → reading\*\* data does not match.*the site: its code and documents cannot be bundled/s,
    );
    await writeFile(path, document);
  });

  await t.test('is told to nobody: Astro gives an identity to whom it tells of', async () => {
    await assert.rejects(stat(join(root, '.config/astro')), { code: 'ENOENT' });
  });

  await t.test('ends the build where a page fails, by what went wrong in it', async () => {
    await writeFile(
      join(root, 'src/pages/fails.astro'),
      "---\nimport { ConfigError } from '../platform/errors.ts';\nthrow new ConfigError('moon: too full');\n---\n",
    );
    await assert.rejects(
      buildProject(root, URL),
      ({ message, cause }: Error & { cause: { code: number } }) => {
        assert.match(message, /moon: too full/);
        return cause.code === 2;
      },
    );
  });
});
