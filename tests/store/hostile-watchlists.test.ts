import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseWatchlist, readWatchlists } from '../../src/store/watchlists.ts';
import { inFolder } from './watchlist-folder.ts';

describe('hostile YAML', async () => {
  const folder = join(import.meta.dirname, '../fixtures/hostile/yaml');
  for (const name of await readdir(folder)) {
    test(`${name} is a problem with a line, never a list and never a crash`, async (t) => {
      // Under a name that is an address: what is wrong is the text.
      const data = await inFolder(t, { 'main.yml': await readFile(join(folder, name)) });
      const { lists, problems, describe: tell } = await readWatchlists(data);
      assert.deepEqual(lists, []);
      assert.notEqual(problems.length, 0);
      for (const problem of problems) assert.match(tell(problem), /:\d+: .+\. Remedy: .+\.$/);
    });
  }

  const head = 'title: T\nprojects: [pkg:npm/a]\n';
  const grown = {
    'a long scalar': `title: ${'x'.repeat(200_000)}\nprojects: [pkg:npm/a]\n`,
    'many keys': head + Array.from({ length: 9000 }, (_, index) => `key${index}: 1\n`).join(''),
    'deep nesting': `title: T\nprojects: ${'['.repeat(5000)}${']'.repeat(5000)}\n`,
    'a polluted prototype': `${head}__proto__: { polluted: true }\n`,
    'a code tag': `${head}x: !!js/function "function () {}"\n`,
  };
  for (const [name, text] of Object.entries(grown)) {
    test(`${name} is a problem`, () => {
      const { problems, watchlist } = parseWatchlist('main', text);
      assert.equal(watchlist, undefined);
      assert.notEqual(problems.length, 0);
      assert.ok(!('polluted' in {}));
    });
  }
});
