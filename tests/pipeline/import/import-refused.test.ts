import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ConfigError } from '../../../src/platform/errors.ts';
import { aProjectFolder, MAIN, npmLock } from './importing.ts';

const LIST = 'title: Ours\nprojects:\n  - pkg:npm/a\n';

async function remedyOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof ConfigError, String(error));
  return `${error.message} → ${error.remedy}`;
}

describe('an import that cannot be', () => {
  const files = {
    [MAIN]: LIST,
    'package-lock.json': npmLock('c@1.0.0'),
    'broken/package-lock.json': '{"lockfileVersion": 3',
    'notes.md': 'x\n',
  };

  for (const [title, names, list, said] of [
    ['no file', [], 'main', /no file is named/],
    ['a file that is not there', ['gone.json'], 'main', /there is no file .*gone\.json/],
    ['a folder', ['broken'], 'main', /broken cannot be read/],
    [
      'a broken file',
      ['package-lock.json', 'broken/package-lock.json'],
      'main',
      /broken\/package-lock\.json: not JSON/,
    ],
    ['an unknown format', ['notes.md'], 'main', /in no format that is known → give one of these/],
    ['a name that is a path', ['package-lock.json'], '../x', /is no name of a watchlist/],
    ['a name that no command would read', ['package-lock.json'], 'Shop', /is no name of a watchlist/],
  ] as const) {
    test(`${title}: says so, and nothing is written`, async (t) => {
      const { root, perform, list: read } = await aProjectFolder(t, files);
      assert.match(await remedyOf(perform(names, { list })), said);
      assert.equal(await read(), LIST);
      assert.deepEqual(await readdir(join(root, 'data/watchlists')), ['main.yml']);
    });
  }

  test('a list in one line, and one that is wrong already', async (t) => {
    for (const [text, said] of [
      ['title: T\nprojects: [pkg:npm/z]\n', /no list of projects to add to/],
      ['title: T\nprojects: []\n', /main\.yml:2: projects: /],
      ['title: T\nprojects: []\nx: 1\n', /“x” is not a known key/],
    ] as const) {
      const { perform, list } = await aProjectFolder(t, { ...files, [MAIN]: text });
      assert.match(await remedyOf(perform(['package-lock.json'])), said);
      assert.equal(await list(), text);
    }
  });

  test('a list whose layout is not understood', async (t) => {
    const text = 'title: T\nprojects:\n  - package: pkg:npm/c\n    uses: |-\n      0.9.0\n    tags: [x]\n';
    const { perform, list } = await aProjectFolder(t, { ...files, [MAIN]: text });
    assert.match(await remedyOf(perform(['package-lock.json'])), /^main\.yml /);
    assert.equal(await list(), text);
  });

  test('a list that would be too large', async (t) => {
    // More than a function takes as arguments.
    const many = Array.from({ length: 150_000 }, (_, index) => `pkg:npm/a${index}\n`).join('');
    const { perform, list } = await aProjectFolder(t, { [MAIN]: LIST, 'packages.txt': many });
    assert.match(await remedyOf(perform(['packages.txt'])), /is larger than 256 KB → split it/);
    assert.equal(await list(), LIST);
  });

  test('a new list of nothing', async (t) => {
    const { perform } = await aProjectFolder(t, { [MAIN]: LIST, 'requirements.txt': '-r other.txt\n' });
    assert.match(
      await remedyOf(perform(['requirements.txt'], { list: 'new' })),
      /nothing to make the list “new” of/,
    );
  });
});
