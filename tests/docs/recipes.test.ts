import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { resolveProjects } from '../../src/core/project.ts';
import { credentialVariable } from '../../src/platform/credential.ts';
import { ROOT } from '../../src/platform/root.ts';
import { VARIABLES } from '../../src/platform/variables.ts';
import { parseWatchlist } from '../../src/store/watchlists.ts';
import { readMarkdown } from './read-markdown.ts';
import { assertKnown, runsOf } from './read-runs.ts';

const names = (await readdir(join(ROOT, 'docs'))).filter((name) => name.endsWith('.md'));
const paths = ['README.md', '.github/CONTRIBUTING.md', ...names.map((name) => `docs/${name}`)];
const pages = new Map(
  await Promise.all(
    paths.map(async (path) => [path, readMarkdown(await readFile(join(ROOT, path), 'utf8'))] as const),
  ),
);

/** Every watchlist that a page shows. */
function listsOf(path: string): string[] {
  const blocks = pages.get(path)?.blocks ?? [];
  return blocks
    .filter(({ language, text }) => language === 'yaml' && /^projects:/m.test(text))
    .map(({ text }) => text);
}

function shellOf(path: string): string {
  const blocks = pages.get(path)?.blocks ?? [];
  return blocks.flatMap(({ language, text }) => (language === 'sh' ? [text] : [])).join('\n');
}

describe('every page', () => {
  test('has watchlists that are right, each by itself', () => {
    const lists = paths.flatMap(listsOf);
    assert.ok(lists.length >= 6, String(lists.length));
    for (const text of lists) {
      const { watchlist, problems } = parseWatchlist('sample', text);
      assert.deepEqual(problems, [], text);
      assert.ok(watchlist !== undefined);
      assert.deepEqual(resolveProjects([{ list: 'sample', watchlist }]).problems, [], text);
    }
  });

  for (const path of paths) {
    test(`${path}: runs scripts that there are, with options that they have`, () => {
      assertKnown(runsOf(shellOf(path)));
    });
  }

  test('is read at all', () => {
    assert.ok(runsOf(paths.map(shellOf).join('\n')).length > 30);
    assert.deepEqual(runsOf('npm ci && npm start\nnpm run a -- --to x\nnpm run b | cat --n'), [
      { name: 'start', options: [] },
      { name: 'a', options: ['to'] },
      { name: 'b', options: [] },
    ]);
  });
});

describe('docs/recipes.md', () => {
  test('the lists of the team go together', () => {
    const lists = listsOf('docs/recipes.md').filter((text) => /title: (?:Platform|Mobile)/.test(text));
    const read = lists.map((text, index) => ({ list: `list-${index}`, ...parseWatchlist('sample', text) }));
    const named = read.flatMap(({ list, watchlist }) =>
      watchlist === undefined ? [] : [{ list, watchlist }],
    );
    const { projects, problems } = resolveProjects(named);
    assert.deepEqual(problems, []);
    assert.deepEqual(projects.find(({ name }) => name === 'axios')?.tags.toSorted(), ['app', 'web']);
  });

  test('sets variables that there are', () => {
    const set = [...shellOf('docs/recipes.md').matchAll(/^export (\w+)=/gm)].map(([, name]) => name ?? '');
    assert.ok(set.length >= 4);
    const token = credentialVariable('gitlab.corp.example');
    assert.deepEqual(
      set.filter((name) => !VARIABLES.has(name) && name !== token),
      [],
    );
    assert.ok(set.includes(token));
  });
});
