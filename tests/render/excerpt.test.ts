import assert from 'node:assert/strict';
import test from 'node:test';
import { renderExcerpt } from '../../src/render/excerpt.ts';
import { isGenericHeading } from '../../src/render/generic-heading.ts';
import { plainLine } from '../../src/render/plain-line.ts';

const excerpts: Readonly<Record<string, string>> = {
  '': '',
  'Fixes a crash': 'Fixes a crash',
  'one\ntwo\n\nthree': 'one two · three',
  '- one\n  goes on\n- two\n1. three\n2) four': 'one goes on · two · three · four',
  '# v1.2.3\n\n## What’s Changed\n* **Fix** it': 'Fix it',
  '## Breaking ##\nNode 18 is gone\n### 🐛 Bug Fixes ###\n- a': 'Breaking · Node 18 is gone · a',
  '**Features**\n__More news__\n- a': 'More news · a',
  '- [x] done\n\n> quoted': 'done · quoted',
  '> [!NOTE]\n> Read this': 'Read this',
  '<!-- a\n# b\n-->c<!-- d': 'c<!-- d',
  'a\n   <!-- b\nc': 'a',
  'a <!-- b <!-- c --> d <!--> e': 'a d e',
  'a\n> 1. <!-- b\nc': 'a',
  'a\n- <!-- b\nc': 'a',
  'a\n    <!-- b': 'a <!-- b',
  'a\u2028<!-- b': 'a <!-- b',
  [`a <!-- ${'b '.repeat(9_000)}--> c`]: 'a c',
  '[![ci](https://img.shields.io/x.svg)](https://ci.example)\n![shot](x.png)\n<img src="x"><br>\ntext':
    'text',
  '```sh\nnpm install\n```\n~~~\nx\n~~~\nafter': 'after',
  '| a | b |\n| - | - |\nafter': 'after',
  'Title\n=====\n---\n***\n- \ntext': 'Title · text',
  '[1]: https://a.example\n[^1]: note\ntext': 'text',
  '**Full Changelog**: https://github.com/a/b/compare/v1...v2': '',
  '* Fix it by @octo in https://github.com/a/b/pull/12\n* Do by @app[bot] in #13': 'Fix it · Do',
  '* **core:** fix it ([#12](https://x.example)) ([abc1234](https://x.example)), closes [#7](https://x.example)':
    'core: fix it',
  '- [#12](https://x.example) [`abc1234`](https://x.example) Thanks [@a](https://x.example)! - Fixes it':
    'Fixes it',
  '- abc1234: Fixes it\n- 1234567 users': 'Fixes it · users',
  'a\u202Eb\u200Bc\u0007 d': 'abc d',
};

test('the first lines that say something', () => {
  for (const [notes, excerpt] of Object.entries(excerpts)) assert.equal(renderExcerpt(notes), excerpt, notes);
});

test('at most 280 characters, cut at a word', () => {
  const words = `${'word '.repeat(56)}`.trim();
  assert.equal(words.length, 279);
  assert.equal(renderExcerpt(`${words}s`), `${words}s`);
  assert.equal(renderExcerpt(`${words}s.`), `${'word '.repeat(55).trim()}…`);
  assert.equal(renderExcerpt('a, '.repeat(200)), `${'a, '.repeat(92)}a…`);
  assert.equal(renderExcerpt('長'.repeat(400)), `${'長'.repeat(279)}…`);
  assert.equal(renderExcerpt(`a${'🎉'.repeat(400)}`), `a${'🎉'.repeat(139)}…`);
  assert.equal(renderExcerpt(`ab${'🎉'.repeat(400)}`), `ab${'🎉'.repeat(138)}…`);
});

test('nothing beyond the first 16 KB is read', () => {
  assert.equal(renderExcerpt(`${'\n'.repeat(16_383)}ab`), 'a');
});

test('headings that any release has', () => {
  const generic = [
    "What's Changed",
    'What’s new?',
    '🚀 Features',
    'Patch Changes',
    'CHANGELOG:',
    '1.2.3',
    'v2',
    '[1.2.3]',
    '🎉',
  ];
  const dated = [
    '1.2.3 (2026-11-20)',
    'v1.2.3 - 2026-11-20',
    'astro@7.3.5',
    '@acme/tool@1.0.0-rc.1',
    'Release notes for v14.0',
  ];
  for (const heading of [...generic, ...dated]) assert.ok(isGenericHeading(heading), heading);
  for (const heading of ['Node 18 is gone', 'Upgrade to v2 now', '2 fixes', 'Security']) {
    assert.ok(!isGenericHeading(heading), heading);
  }
});

test('one line without its markup', () => {
  const lines: Readonly<Record<string, string>> = {
    '**a** __b__ *c* _d_ ~~e~~ `f`': 'a b c d e f',
    'snake_case_name 2 * 3 * 4 a*b': 'snake_case_name 2 * 3 * 4 a*b',
    '`__init__` and ``a*b*`` `[x](y)': '__init__ and a*b* `x',
    '[text](https://a.example "title") [text][ref] \\[x] \\*y\\*': 'text text [x] *y*',
    '![alt](x.png) ![alt][ref] <b>bold</b> <https://a.example/x>': 'bold https://a.example/x',
    'https://github.com/a/b/pull/1, https://github.com/a/b': 'a/b#1, https://github.com/a/b',
    'a &lt;b&gt; &amp;lt; &nbsp;&quot;&#39; &bogus;': `a <b> &lt; "' &bogus;`,
    ' a\t\tb ': 'a b',
    'a\tb': 'a b',
    '~~a~~': 'a',
    '*a*': 'a',
    _a_: 'a',
    '\\#a': '#a',
    '<b>a': 'a',
    'a < b > c': 'a < b > c',
  };
  for (const [line, text] of Object.entries(lines)) assert.equal(plainLine(line), text, line);
});
