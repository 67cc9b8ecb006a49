import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { RULES } from '../../src/derive/meaning/rules.ts';
import { withMeaningRules } from '../../src/pipeline/docs/meaning-rules.ts';
import { putBetween } from '../../src/pipeline/docs/put-between.ts';
import { staleDocs, writeDocs } from '../../src/pipeline/generate-docs.ts';
import { ROOT } from '../../src/platform/root.ts';
import { aFolder } from '../build-release.ts';

describe('a part of a page', () => {
  test('is put between its two lines, and replaces what stood there', () => {
    const page = putBetween('head\n<!-- a -->\nold\n<!-- b -->\ntail\n', '<!-- a -->', '<!-- b -->', 'new');
    assert.equal(page, 'head\n<!-- a -->\n\nnew\n\n<!-- b -->\ntail\n');
    assert.equal(putBetween(page ?? '', '<!-- a -->', '<!-- b -->', 'new'), page);
  });

  for (const page of ['', '<!-- a -->', '<!-- b --> <!-- a -->']) {
    test(`has no place in “${page}”`, () =>
      assert.equal(putBetween(page, '<!-- a -->', '<!-- b -->', 'new'), undefined));
  }
});

describe('the rules in docs/meaning.md', () => {
  test('are all of them, with their sentences', async () => {
    const page = await readFile(join(ROOT, 'docs/meaning.md'), 'utf8');
    assert.equal(withMeaningRules(page), page);
    for (const [rule, says] of Object.entries(RULES))
      assert.ok(page.includes(`| \`${rule}\` | ${says} |\n`), rule);
  });

  test('are written by npm run docs, and stale when they differ', async (t) => {
    const root = await aFolder(t);
    await mkdir(join(root, 'docs'));
    const page = join(root, 'docs/meaning.md');
    const text = await readFile(join(ROOT, 'docs/meaning.md'), 'utf8');
    await writeDocs(root);
    await writeFile(page, text.replace('| `bang`', '| `bong`'));
    assert.deepEqual(await staleDocs(root), ['docs/meaning.md']);
    assert.deepEqual(await writeDocs(root), ['docs/meaning.md']);
    assert.equal(await readFile(page, 'utf8'), text);
  });
});
