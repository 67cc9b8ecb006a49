import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { createRenderer, type Renderer, type RendererOptions } from '../../src/render/renderer.ts';

const ROOT = join(import.meta.dirname, '../..');
const context = {
  repositoryUrl: 'https://github.com/acme/tool',
  sourceUrl: 'https://github.com/acme/tool/releases/tag/v1?a=1&b=2',
};
const SOURCE =
  '\n<p><a href="https://github.com/acme/tool/releases/tag/v1?a=1&amp;b=2" rel="nofollow ugc noopener noreferrer">' +
  'Read these notes at their source</a></p>';

function rendererOf(test: TestContext, options: Partial<RendererOptions> = {}): Renderer {
  const renderer = createRenderer({ root: ROOT, ...options });
  test.after(() => renderer.close());
  return renderer;
}

function folderOf(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-render-'));
  test.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function onlyFile(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  assert.equal(files.length, 1);
  return join(files[0]?.parentPath ?? '', files[0]?.name ?? '');
}

test('notes are rendered in a worker, with what they come from', async (test) => {
  const renderer = rendererOf(test);
  assert.deepEqual(await renderer.render('Fix **#1**', context), {
    html: '<p>Fix <strong><a href="https://github.com/acme/tool/issues/1" rel="nofollow ugc noopener noreferrer">#1</a></strong></p>',
    fallback: false,
  });
  assert.deepEqual(await renderer.render('Fix **#1**', {}), {
    html: '<p>Fix <strong>#1</strong></p>',
    fallback: false,
  });
});

const broken = [
  {
    name: 'length',
    notes: `<b>"${'x'.repeat(65_533)}`,
    problem: /longer than 65536 characters/,
    shown: /^<pre>&lt;b&gt;&quot;x+…<\/pre>/,
  },
  { name: 'nodes', notes: '*a* '.repeat(6_000), problem: /more than 10000 nodes/ },
  { name: 'nodes that references make', notes: '#1 '.repeat(6_000), problem: /more than 10000 nodes/ },
  { name: 'nested quotations', notes: `${'>'.repeat(5_000)}a`, problem: /nested deeper|call stack/ },
  {
    name: 'nested lists',
    notes: Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    problem: /nested deeper than 200/,
  },
  { name: 'nested elements', notes: '<div>'.repeat(5_000), problem: /nested deeper|call stack/ },
  {
    name: 'time',
    notes: '_a__'.repeat(15_000),
    problem: /took longer than 500 ms/,
    limits: { milliseconds: 500 },
  },
  {
    name: 'a reordered text',
    notes: `\u202E${'<div>'.repeat(5_000)}`,
    problem: /nested|call stack/,
    shown: /^<pre>&lt;div/,
  },
];

for (const { name, notes, problem, shown = /^<pre>/, limits } of broken) {
  test(`beyond a limit, notes are plain text with a link to their source: ${name}`, async (test) => {
    const renderer = rendererOf(test, { limits });
    const rendered = await renderer.render(notes, context);
    assert.equal(rendered.fallback, true);
    assert.match(rendered.problem ?? '', problem);
    assert.match(rendered.html, shown);
    assert.ok(rendered.html.endsWith(SOURCE));
    assert.ok(!rendered.html.startsWith('<pre><'));
  });
}

test('without a page there is no link to it, and a cut leaves no half character', async (test) => {
  const renderer = rendererOf(test, { limits: { characters: 3 } });
  for (const sourceUrl of [undefined, 'javascript:alert(1)']) {
    assert.equal((await renderer.render('ab🎉', { sourceUrl })).html, '<pre>ab…</pre>');
  }
});

test('just within the limits', async (test) => {
  const notes = 'x'.repeat(65_536);
  assert.deepEqual(await rendererOf(test).render(notes, context), {
    html: `<p>${notes}</p>`,
    fallback: false,
  });
});

test('what was rendered once is read from the folder, without a worker', async (test) => {
  const cacheFolder = folderOf(test);
  const notes = '# Ünï 🎉 \uD800\n\n- a';
  const first = await rendererOf(test, { cacheFolder }).render(notes, context);
  // There are no workers below this root.
  const second = rendererOf(test, { root: cacheFolder, cacheFolder });
  assert.deepEqual(await second.render(notes, { ...context }), first);
  await assert.rejects(second.render(`${notes} `, context), /no worker can be started/);
  await assert.rejects(second.render(notes, { ...context, ref: 'v2' }), /no worker can be started/);
  await assert.rejects(second.render(notes, { ...context, hardBreaks: true }), /no worker can be started/);
  await assert.rejects(
    second.render(notes, { ...context, sourceUrl: undefined }),
    /no worker can be started/,
  );
  await assert.rejects(
    second.render(notes, { ...context, repositoryUrl: undefined }),
    /no worker can be started/,
  );
});

test('what is prepared is kept with what it belongs to, and of what is kept nothing is asked', async (test) => {
  const cacheFolder = folderOf(test);
  await rendererOf(test, { cacheFolder }).prepare('\uD800 **a**', context, 'b');
  assert.deepEqual(readdirSync(cacheFolder), ['b.jsonl']);
  // There are no workers below this root.
  const second = rendererOf(test, { root: cacheFolder, cacheFolder });
  await second.prepare('\uD800 **a**', context, 'b');
  assert.match((await second.render('\uD800 **a**', context, 'b')).html, /<strong>a/);
  const file = onlyFile(cacheFolder);
  writeFileSync(file, readFileSync(file, 'utf8').replace('strong', 'script'));
  const third = rendererOf(test, { root: cacheFolder, cacheFolder });
  await third.prepare('\uD800 **a**', context, 'b');
  await assert.rejects(third.prepare('\uD800 **a**', context, 'c'), /no worker can be started/);
  await assert.rejects(third.prepare('**b**', context, 'b'), /no worker can be started/);
});

test('a damaged file of the cache is rendered again and put right', async (test) => {
  const cacheFolder = folderOf(test);
  const { html } = await rendererOf(test, { cacheFolder }).render('**a**', context);
  const file = onlyFile(cacheFolder);
  const sound = readFileSync(file, 'utf8');
  for (const damaged of ['', 'x', sound.slice(0, -2), sound.replace('strong', 'script'), ` ${sound}`]) {
    writeFileSync(file, damaged);
    assert.equal((await rendererOf(test, { cacheFolder }).render('**a**', context)).html, html);
    // There are no workers below this root.
    const reader = rendererOf(test, { root: cacheFolder, cacheFolder });
    assert.equal((await reader.render('**a**', context)).html, html);
  }
});

test('what broke a limit is not kept on disk: another day it may not', async (test) => {
  const cacheFolder = folderOf(test);
  const renderer = rendererOf(test, { cacheFolder, limits: { nodes: 3 } });
  assert.equal((await renderer.render('a *b* c', context)).fallback, true);
  assert.deepEqual(readdirSync(cacheFolder), []);
});

test('the same notes asked for at once are rendered once', async (test) => {
  const renderer = rendererOf(test);
  const [first, second] = [renderer.render('a', context), renderer.render('a', context)];
  assert.equal(first, second);
  await first;
  assert.equal(renderer.render('a', context), first);
});

test('memory holds the latest only', async (test) => {
  const renderer = rendererOf(test, { mostInMemory: 11 });
  const first = renderer.render('0', context);
  const newest = renderer.render('123456789', context);
  assert.equal(renderer.render('0', context), first);
  await renderer.render('10', context);
  assert.equal(renderer.render('123456789', context), newest, 'all that fit');
  const again = renderer.render('0', context);
  assert.notEqual(again, first);
  assert.deepEqual(await again, await first);
  await newest;
});

test('idle workers do not keep the process alive', () => {
  const script = join(ROOT, 'tests/fixtures/render/never-closes.ts');
  const { stdout, signal } = spawnSync(process.execPath, [script, ROOT], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  assert.equal(stdout, '<p>done</p>\n');
  assert.equal(signal, null);
});

test('after close nothing is rendered', async (test) => {
  const renderer = rendererOf(test);
  await renderer.render('a', context);
  await renderer.close();
  await assert.rejects(renderer.render('b', context), /closed/);
});
