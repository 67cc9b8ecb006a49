import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { COMMANDS } from '../src/pipeline/commands.ts';
import { staleDocs } from '../src/pipeline/generate-docs.ts';
import { commandLine } from '../src/platform/command-line.ts';
import { listFiles } from '../src/platform/files.ts';
import { ROOT } from '../src/platform/root.ts';
import { type Markdown, readMarkdown } from './docs/read-markdown.ts';
import { RULES, SOURCE_ENTRIES } from './layers/rules.ts';

const read = (path: string) => readFile(join(ROOT, path), 'utf8');
const pages = await readPages();
const scripts = Object(JSON.parse(await read('package.json'))).scripts;

/** Every page of markdown that is ours, by path. */
async function readPages(): Promise<ReadonlyMap<string, Markdown>> {
  const folders = ['docs', 'src', '.github', 'tests'];
  const below = await Promise.all(
    folders.map(async (folder) => (await listFiles(join(ROOT, folder))).map((path) => `${folder}/${path}`)),
  );
  const paths = ['README.md', ...below.flat()].filter(
    (path) => path.endsWith('.md') && !path.includes('fixtures/'),
  );
  const texts = await Promise.all(paths.map(read));
  return new Map(paths.map((path, index) => [path, readMarkdown(texts[index] ?? '')]));
}

function page(path: string): Markdown {
  const found = pages.get(path);
  assert.ok(found !== undefined, `${path} is missing`);
  return found;
}

describe('pages', () => {
  for (const [path, { links, anchors, codes }] of pages) {
    test(`${path}: every link leads somewhere`, () => {
      const broken = links.filter((link) => !/^https?:/.test(link) && !leads(path, link, anchors));
      assert.deepEqual(broken, []);
    });

    test(`${path}: every file and command that it names exists`, () => {
      const files = codes.filter((code) =>
        /^(?:src|tests|docs|scripts|public|data)\/[\w@./-]*\w\/?$/.test(code),
      );
      const missing = files.filter((file) => !existsSync(join(ROOT, file)) && !isMadeUp(file));
      assert.deepEqual(missing, []);
      const text = codes.join('\n');
      const named = [...text.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name ?? '');
      const unknown = named.filter(
        (name) => !(name in scripts) && !['ci', 'run', 'view', 'login'].includes(name),
      );
      assert.deepEqual(unknown, []);
    });
  }

  test('those that the site shows have a head, and link to one another only', async () => {
    const shown = [...pages].filter(([path]) => /^docs\/[^/]+\.md$/.test(path));
    const orders = shown.map(([, { frontmatter }]) => Number(frontmatter['order']));
    assert.equal(new Set(orders).size, shown.length, `two pages have one order: ${orders}`);
    assert.ok(orders.every(Number.isInteger));
    for (const [path, { frontmatter, links }] of shown) {
      assert.ok(frontmatter['title'] && frontmatter['description'], path);
      const outside = links.filter((link) => !/^(?:https?:|#|[a-z-]+\.md(?:#|$))/.test(link));
      assert.deepEqual(outside, [], path);
    }
  });

  test('the README leads to every one of them', () => {
    const shown = [...pages.keys()].filter((path) => /^docs\/[^/]+\.md$/.test(path));
    assert.deepEqual(
      shown.filter((path) => !page('README.md').links.includes(path)),
      [],
    );
  });
});

function leads(path: string, link: string, own: ReadonlySet<string>): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : join(dirname(path), file);
  if (!existsSync(join(ROOT, target))) return false;
  if (anchor === undefined) return true;
  return (file === '' ? own : (pages.get(target)?.anchors ?? new Set())).has(anchor);
}

// What fetch makes, and what a page invents as an example.
function isMadeUp(file: string): boolean {
  return file.startsWith('data/') || file.includes('acme');
}

describe('commands', () => {
  test('every one is a script of package.json, and the reverse', () => {
    const expected = Object.values(COMMANDS).map(({ name }) => [
      name,
      `node scripts/${name.replace(':', '-')}.ts`,
    ]);
    assert.deepEqual(scripts, { ...Object.fromEntries(expected), npm: 'npm' });
  });

  test('every one has a file of at most 40 lines, and the reverse', async () => {
    const names = Object.values(COMMANDS).map(({ name }) => `${name.replace(':', '-')}.ts`);
    assert.deepEqual(await readdir(join(ROOT, 'scripts')), names.sort());
    for (const name of names) {
      assert.ok((await read(`scripts/${name}`)).trimEnd().split('\n').length <= 40, name);
    }
  });

  test('every one has a section of the docs, and its own name', () => {
    const { anchors } = page('docs/commands.md');
    for (const [key, command] of Object.entries(COMMANDS)) {
      assert.equal(command.name, key);
      const anchor = commandLine(command).replace(':', '').replaceAll(' ', '-');
      assert.ok(anchors.has(anchor), anchor);
    }
  });

  test('the two of the README work as they stand there', () => {
    const typed = page('README.md').blocks.filter(({ language }) => language === 'sh');
    assert.deepEqual(
      typed.map(({ text }) => text),
      ['npm ci && npm start\n', 'npm ci && npm test\n'],
    );
  });
});

describe('generated files', () => {
  test('are as they would be generated now', async () => {
    assert.deepEqual(await staleDocs(ROOT), []);
  });
});

describe('the map of src', () => {
  const rows = page('src/README.md').rows.map(([parts = '', is = '', may = '']) => ({
    parts: [...parts.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
    is,
    may: may.split(', ').filter((name) => name !== ''),
  }));

  test('has a row for every part, and none too many', async () => {
    const parts = (await readdir(join(ROOT, 'src'))).filter((name) => name !== 'README.md');
    assert.deepEqual(rows.flatMap(({ parts }) => parts).sort(), parts.sort());
    assert.deepEqual([...parts, 'README.md'].sort(), [...SOURCE_ENTRIES].sort());
  });

  test('has a sentence in each row', () => {
    assert.deepEqual(
      rows.filter(({ is }) => is.length < 20),
      [],
    );
  });

  test('says who may import whom as the rules do', () => {
    for (const { parts, may } of rows) {
      for (const part of parts) assert.deepEqual(may, RULES.layers[part.replace(/\.ts$/, '')], part);
    }
  });
});

describe('decisions', () => {
  const records = [...pages].filter(([path]) => /^docs\/decisions\/\d/.test(path));

  test('are numbered without a gap, and listed', () => {
    const { links } = page('docs/decisions/README.md');
    assert.deepEqual(
      links,
      records.map(([path]) => path.slice('docs/decisions/'.length)),
    );
    assert.deepEqual(
      links.map((link) => Number(link.slice(0, 4))),
      Array.from(links, (_, index) => index + 1),
    );
  });

  for (const [path, { anchors }] of records) {
    test(`${path}: fits on a page, with the four parts`, async () => {
      const text = await read(path);
      assert.ok(text.split('\n').length <= 46, 'at most 45 lines');
      const parts = ['context', 'decision', 'consequences', 'what-would-change-our-mind'];
      assert.deepEqual([...anchors].slice(1), parts);
    });
  }
});
