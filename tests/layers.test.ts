import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { listFiles } from '../src/platform/files.ts';
import { ROOT } from '../src/platform/root.ts';
import { findViolations, type Sources } from './layers/find-violations.ts';
import { PROJECT_ENTRIES, RULES, SOURCE_ENTRIES } from './layers/rules.ts';

const EDITORS = ['.DS_Store', '.idea', '.vscode', '.zed'];

describe('layers', () => {
  test('nobody imports what the table of layers forbids', async () => {
    const sources = await readSources();
    assert.ok(sources.size > 50, 'the sources were found');
    assert.deepEqual(findViolations(sources, RULES), []);
  });

  test('the project folder holds nothing unknown', async () => {
    const ignored = (await readFile(join(ROOT, '.gitignore'), 'utf8'))
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    const known = new Set([...PROJECT_ENTRIES, ...ignored, ...EDITORS]);
    assert.deepEqual(
      (await readdir(ROOT)).filter((name) => !known.has(name)),
      [],
    );
  });

  test('src holds nothing unknown', async () => {
    const known = new Set([...SOURCE_ENTRIES, ...EDITORS]);
    assert.deepEqual(
      (await readdir(join(ROOT, 'src'))).filter((name) => !known.has(name)),
      [],
    );
  });
});

/** Everything that the rules govern. */
async function readSources(): Promise<Sources> {
  const paths = ['astro.config.mjs'];
  for (const folder of ['src', 'scripts']) {
    paths.push(...(await listFiles(join(ROOT, folder))).map((path) => `${folder}/${path}`));
  }
  const code = paths.filter((path) => /\.(ts|mjs|js|astro|css)$/.test(path));
  const texts = await Promise.all(code.map((path) => readFile(join(ROOT, path), 'utf8')));
  return new Map(code.map((path, index) => [path, texts[index] ?? '']));
}
