import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { Watchlist } from '../../src/core/watchlist.ts';
import { commandsPage } from '../../src/pipeline/docs/commands-page.ts';
import { configurationPage } from '../../src/pipeline/docs/configuration-page.ts';
import { keyWords } from '../../src/pipeline/docs/key-words.ts';
import { table } from '../../src/pipeline/docs/markdown.ts';
import { schemesPage } from '../../src/pipeline/docs/schemes-page.ts';
import { sourcesPage } from '../../src/pipeline/docs/sources-page.ts';
import { watchlistSchema } from '../../src/pipeline/docs/watchlist-schema.ts';
import { generateDocs, staleDocs, writeDocs } from '../../src/pipeline/generate-docs.ts';
import type { Source } from '../../src/sources/source.ts';
import { loose } from '../../src/versions/loose.ts';

const SOURCE: Source = {
  id: 'acme',
  title: 'Acme',
  types: ['acme', 'anvil'],
  gives: { date: 'a date', notes: 'some | notes', digests: 'sha512', deletion: 'hidden' },
  check: 'a glance',
  homes: 'one',
  example: { address: 'https://acme.example/anvil', purl: 'pkg:acme/anvil' },
  environment: { ACME_TOKEN: 'opens the door' },
  fetch: () => assert.fail('a page asks nobody'),
};

describe('generated pages', () => {
  test('a table is closed to what its cells hold', () => {
    assert.equal(table(['a', 'b'], [['1|2', 'x\ny']]), '| a | b |\n| --- | --- |\n| 1\\|2 | x y |\n');
  });

  test('commands: a section each, a row for what may follow and for each option', () => {
    const page = commandsPage([
      { name: 'start', summary: 'Begin', options: {} },
      {
        name: 'dig',
        summary: 'Dig',
        options: {
          deep: { type: 'boolean', short: 'd', help: 'further down' },
          to: { type: 'string', value: 'depth', help: 'until there' },
        },
        positionals: { value: 'place', help: 'where' },
      },
    ]);
    assert.match(page, /^---\ntitle: Commands\ndescription: .+\ngroup: use\norder: \d+\n---\n/);
    assert.match(page, /\n## npm start\n\nBegin\.\n\n## npm run dig\n\nDig\.\n\n\| option \| does \|\n/);
    assert.match(
      page,
      /\| `<place>` \| where \|\n\| `-d, --deep` \| further down \|\n\| `--to <depth>` \| until there \|\n/,
    );
    assert.match(page, /\n\n## Exit codes\n/);
  });

  test('sources: a row each out of their capabilities, and their environment', () => {
    const page = sourcesPage([SOURCE]);
    for (const row of [
      '| Acme | `pkg:acme/anvil` `https://acme.example/anvil` |',
      '| Acme | a date | some \\| notes | sha512 | hidden |',
      '| Acme | one | a glance |',
      '| gitlab.com | `TIDINGS_TOKEN_GITLAB_COM` |',
      '| `ACME_TOKEN` | Acme | opens the door |',
    ]) {
      assert.ok(page.includes(`\n${row}\n`), `${row}\n${page}`);
    }
    assert.ok(!sourcesPage([{ ...SOURCE, environment: {} }]).includes('| variable | source | is |'));
  });

  test('schemes: the order of each, with pre-releases and unreadable versions marked', () => {
    const page = schemesPage({ loose }, new Map());
    assert.ok(
      page.includes('| `loose` | ~~`latest`~~ < `1.9` < `1.9.0` < `1.10.0` < *`2.0.0-beta.2`* <'),
      page,
    );
  });

  test('schemes: their types and their rules', () => {
    const scheme = { ...loose, title: 'Acme rules', rulesUrl: 'https://acme.example/rules' };
    const page = schemesPage(
      { acme: { ...scheme, note: 'But for one.' }, loose },
      new Map([
        ['anvil', 'acme'],
        ['rocket', 'acme'],
      ]),
    );
    assert.ok(
      page.includes(
        '| `acme` | `anvil`, `rocket` | [Acme rules](https://acme.example/rules). But for one. |\n',
      ),
      page,
    );
    assert.ok(page.includes(`| \`loose\` |  | ${loose.title}. ${loose.note} |\n`), page);
  });

  test('configuration: a row for each variable below its subject', () => {
    const words = { is: 'the depth', example: '12', without: 'none' };
    const page = configurationPage(
      new Map([
        ['ACME_DEPTH', { ...words, about: 'network' }],
        ['ACME_SITE', { ...words, about: 'site' }],
      ]),
    );
    const row = (name: string) =>
      `| variable | is | without it | example |\n| --- | --- | --- | --- |\n| \`${name}\` | the depth | none | \`12\` |\n`;
    assert.ok(
      page.includes(`### The site\n\n${row('ACME_SITE')}\n### The network\n\n${row('ACME_DEPTH')}\n`),
      page,
    );
    assert.ok(page.includes('| `exclude` | globs of versions or tags to leave out | list |'), page);
  });

  test('keys: their words, their types, and what counts without them', () => {
    const words = { description: 'how deep', examples: ['x'] };
    const keys = keyWords(
      z.strictObject({
        text: z.string().meta(words),
        day: z.iso
          .date()
          .meta({ ...words, without: 'today' })
          .optional(),
        one: z
          .enum(['a', 'b'])
          .meta({ ...words, without: 'a' })
          .optional(),
        only: z
          .literal('c')
          .meta({ ...words, without: 'b' })
          .optional(),
        flag: z
          .boolean()
          .meta({ ...words, without: 'no' })
          .optional(),
      }),
    );
    assert.deepEqual(
      keys.map(({ key, type, without }) => [key, type, without]),
      [
        ['text', 'text', 'an error'],
        ['day', 'date', 'today'],
        ['one', '`a`, `b`', 'a'],
        ['only', '`c`', 'b'],
        ['flag', '`true` or `false`', 'no'],
      ],
    );
    assert.deepEqual([keys[0]?.description, keys[0]?.example], ['how deep', 'x']);
  });

  test('keys: one that is not explained is an error', () => {
    const words = { description: 'how deep', examples: ['x'] };
    for (const key of [
      z.string(),
      z.string().meta({ description: 'how deep' }),
      z.string().meta({ examples: ['x'] }),
      z.string().meta({ ...words, without: 'none' }),
      z.string().meta(words).optional(),
    ]) {
      assert.throws(() => keyWords(z.strictObject({ key })));
    }
  });

  test('the schema of a watchlist tells editors what the code accepts', () => {
    const schema: unknown = JSON.parse(watchlistSchema());
    assert.ok(typeof schema === 'object' && schema !== null && 'properties' in schema && 'title' in schema);
    assert.deepEqual(Object.keys(Object(schema.properties)), Object.keys(Watchlist.shape));
    assert.match(watchlistSchema(), /"additionalProperties": false/);
    assert.match(
      watchlistSchema(),
      /"description": "its folder on the site; without it: made from the name"/,
    );
    assert.doesNotMatch(watchlistSchema(), /"without"/);
    assert.match(watchlistSchema(), /\n$/);
  });

  test('are written once, and are stale when one byte differs', async () => {
    const root = await mkdtemp(join(tmpdir(), 'tidings-docs-'));
    const paths = [...generateDocs().keys()];
    try {
      assert.deepEqual(await staleDocs(root), paths);
      assert.deepEqual(await writeDocs(root), paths);
      assert.deepEqual(await staleDocs(root), []);
      assert.deepEqual(await writeDocs(root), []);
      const page = join(root, 'docs/sources.md');
      await writeFile(page, `${await readFile(page, 'utf8')} `);
      assert.deepEqual(await staleDocs(root), ['docs/sources.md']);
    } finally {
      await rm(root, { recursive: true });
    }
  });
});
