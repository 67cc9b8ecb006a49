import assert from 'node:assert/strict';
import test from 'node:test';
import { DEFAULT_LIMITS } from '../../src/render/limits.ts';
import { renderNotes } from '../../src/render/render-notes.ts';
import type { UpstreamContext } from '../../src/render/upstream-context.ts';

const context: UpstreamContext = {
  repositoryUrl: 'https://github.com/acme/tool.git',
  ref: '@acme/tool@2.0.0',
  sourceUrl: 'https://github.com/acme/tool/releases/tag/v2',
};
const FILES = 'https://github.com/acme/tool/blob/%40acme/tool%402.0.0';
const RAW = 'https://github.com/acme/tool/raw/%40acme/tool%402.0.0';

/** Without the `rel` that every link has, and without the lines between elements. */
function render(notes: string, over: UpstreamContext = {}): string {
  return renderNotes(notes, { ...context, ...over }, DEFAULT_LIMITS)
    .replaceAll(' rel="nofollow ugc noopener noreferrer"', '')
    .replace(/>\n+</g, '><');
}

function testTable(name: string, table: Readonly<Record<string, string>>, over?: UpstreamContext): void {
  test(name, () => {
    for (const [notes, html] of Object.entries(table)) assert.equal(render(notes, over), html, notes);
  });
}

const link = (href: string, text: string) => `<a href="${href}">${text}</a>`;
const issue = (number: number, text = `#${number}`) =>
  link(`https://github.com/acme/tool/issues/${number}`, text);
const commit = (hash: string) =>
  link(`https://github.com/acme/tool/commit/${hash}`, `<code>${hash.slice(0, 7)}</code>`);
const user = (name: string) => link(`https://github.com/${name}`, `@${name}`);

testTable('plain GitHub-flavoured markdown', {
  '~~old~~ **new** `code`': '<p><del>old</del> <strong>new</strong> <code>code</code></p>',
  '```ts twoslash\nx < 1\n```': '<pre><code class="language-ts">x &#x3C; 1\n</code></pre>',
  '| a | b |\n| :-: | --: |\n| 1 | 2 |':
    '<table><thead><tr><th align="center">a</th><th align="right">b</th></tr></thead>' +
    '<tbody><tr><td align="center">1</td><td align="right">2</td></tr></tbody></table>',
  '3. c\n4. d': '<ol start="3"><li>c</li><li>d</li></ol>',
  '<details><summary>More</summary>\n\n- *x*\n\n</details>':
    '<details><summary>More</summary><ul><li><em>x</em></li></ul></details>',
  'a\nb': '<p>a\nb</p>',
  ':tada:': '<p>:tada:</p>',
  '': '',
});

testTable(
  'a newline is a break where GitHub makes it one',
  { 'a\nb': '<p>a<br>b</p>' },
  { hardBreaks: true },
);

const alert = (kind: string, name: string, content: string) =>
  `<blockquote class="alert alert-${kind}"><p><strong>${name}</strong></p>${content}</blockquote>`;

testTable('alerts', {
  '> [!NOTE]\n> Some *text*\n> more': alert('note', 'Note', '<p>Some <em>text</em>\nmore</p>'),
  '> [!tip]\n>\n> Text': alert('tip', 'Tip', '<p>Text</p>'),
  '> [!IMPORTANT]\n> - item': alert('important', 'Important', '<ul><li>item</li></ul>'),
  '> [!WARNING]\n> **bold**': alert('warning', 'Warning', '<p><strong>bold</strong></p>'),
  '> [!CAUTION]': alert('caution', 'Caution', ''),
  '> [!NOTE] on the same line': '<blockquote><p>[!NOTE] on the same line</p></blockquote>',
  '> [!NOTE]**x**': '<blockquote><p>[!NOTE]<strong>x</strong></p></blockquote>',
  '> [!OTHER]\n> Text': '<blockquote><p>[!OTHER]\nText</p></blockquote>',
  '> *x*': '<blockquote><p><em>x</em></p></blockquote>',
  '> # [!NOTE]': '<blockquote><h3>[!NOTE]</h3></blockquote>',
});

testTable(
  'alerts with hard breaks',
  { '> [!NOTE]\n> Text': alert('note', 'Note', '<p>Text</p>') },
  { hardBreaks: true },
);

const box = (checked: boolean) =>
  `<input ${checked ? 'checked ' : ''}disabled type="checkbox" aria-label="${checked ? 'Completed' : 'Incomplete'} task">`;

testTable('task lists', {
  '- [x] done\n- [ ] open\n- text':
    `<ul class="contains-task-list"><li class="task-list-item">${box(true)} done</li>` +
    `<li class="task-list-item">${box(false)} open</li><li>text</li></ul>`,
  '1. [ ] a\n\n2. b': `<ol class="contains-task-list"><li class="task-list-item"><p>${box(false)} a</p></li><li><p>b</p></li></ol>`,
  '- <input type="text" value="password"><input>x': '<ul><li>x</li></ul>',
});

testTable('headings start at h3 and skip no level', {
  '# a\n### b\n## c\n# d': '<h3>a</h3><h4>b</h4><h4>c</h4><h3>d</h3>',
  '#### a\n## b\n### c': '<h3>a</h3><h3>b</h3><h4>c</h4>',
  '# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6':
    '<h3>1</h3><h4>2</h4><h5>3</h5><h6>4</h6><h6>5</h6><h6>6</h6>',
  '<h1 id="top">x</h1>': '<h3>x</h3>',
  '# 1': '<h3>1</h3>',
  '## 2': '<h3>2</h3>',
  '### 3': '<h3>3</h3>',
  '#### 4': '<h3>4</h3>',
  '##### 5': '<h3>5</h3>',
  '###### 6': '<h3>6</h3>',
});

testTable('footnotes', {
  'a[^x] b[^1] c[^x]\n\n[^1]: One\n[^x]: *Ex*\ngoes on\n\n    second':
    '<p>a<sup>1</sup> b<sup>2</sup> c<sup>1</sup></p><hr><ol>' +
    '<li><p><em>Ex</em>\ngoes on</p><p>second</p></li><li><p>One</p></li></ol>',
  'a[^none]': '<p>a[^none]</p>',
  'text\n[^unused]: x\n\nafter': '<p>text</p><p>after</p>',
  'a[^1]\n\n[^1]: https://a.example see [^2]\n[^2]: two':
    `<p>a<sup>1</sup></p><hr><ol><li><p>${link('https://a.example/', 'https://a.example')} see <sup>2</sup></p></li>` +
    '<li><p>two</p></li></ol>',
  'a[^1]\n\n[^1]: first\n\n[^1]: second\n\nnot part of it':
    '<p>a<sup>1</sup></p><p>not part of it</p><hr><ol><li><p>first</p></li></ol>',
  'a[^"&] b[^"><i>]\n\n[^"&]: x': '<p>a<sup>1</sup> b[^">&#x3C;i>]</p><hr><ol><li><p>x</p></li></ol>',
});

testTable('references', {
  'Fix #12, GH-7 and (#8).': `<p>Fix ${issue(12)}, ${issue(7, 'GH-7')} and (${issue(8)}).</p>`,
  'see acme/other#3': `<p>see ${link('https://github.com/acme/other/issues/3', 'acme/other#3')}</p>`,
  'no: x#1 #1a #x #1234567890': '<p>no: x#1 #1a #x #1234567890</p>',
  'by @octo-cat, @a!': `<p>by ${user('octo-cat')}, ${user('a')}!</p>`,
  'by @dependabot[bot]': `<p>by ${link('https://github.com/apps/dependabot', '@dependabot[bot]')}</p>`,
  'no: @scope/name @a@b @-x x@y @a.b': '<p>no: @scope/name @a@b @-x x@y @a.b</p>',
  'in 858150719d5deb6250bb45b88e667356c1c8f985': `<p>in ${commit('858150719d5deb6250bb45b88e667356c1c8f985')}</p>`,
  'in abc1234.': `<p>in ${commit('abc1234')}.</p>`,
  'acme/other@abc1234': `<p>${link('https://github.com/acme/other/commit/abc1234', '<code>acme/other@abc1234</code>')}</p>`,
  'no: 1234567 defaced abc123 1.0-abc1234 abc1234-x sha256:abc1234 abc1234.tgz ABC1234':
    '<p>no: 1234567 defaced abc123 1.0-abc1234 abc1234-x sha256:abc1234 abc1234.tgz ABC1234</p>',
  'no MD5: d41d8cd98f00b204e9800998ecf8427e': '<p>no MD5: d41d8cd98f00b204e9800998ecf8427e</p>',
  '`#1` <kbd>@a</kbd> [#2](https://a.example/)': `<p><code>#1</code> <kbd>@a</kbd> ${link('https://a.example/', '#2')}</p>`,
  '    #1 abc1234': '<pre><code>#1 abc1234\n</code></pre>',
});

testTable(
  'references at another forge: an @ may mean anything there',
  { '#1 @a': `<p>${link('https://git.example/acme/tool/issues/1', '#1')} @a</p>` },
  { repositoryUrl: 'https://git.example/acme/tool/' },
);

for (const repositoryUrl of [undefined, 'javascript:alert(1)', 'https://github.com/acme', 'nonsense']) {
  testTable(
    `without a repository (${repositoryUrl}) references and relative links are text`,
    { '#1 @a abc1234 [b](c.md) ![d](e.png)': '<p>#1 @a abc1234 b d</p>' },
    { repositoryUrl },
  );
}

testTable('bare GitHub addresses are shortened', {
  'https://github.com/acme/tool/pull/12': `<p>${link('https://github.com/acme/tool/pull/12', '#12')}</p>`,
  '<https://github.com/o/n/issues/1>': `<p>${link('https://github.com/o/n/issues/1', 'o/n#1')}</p>`,
  '[text](https://github.com/acme/tool/pull/12)': `<p>${link('https://github.com/acme/tool/pull/12', 'text')}</p>`,
});

testTable('links', {
  '[a](docs/a.md?x=1#y)': `<p>${link(`${FILES}/docs/a.md?x=1#y`, 'a')}</p>`,
  '[a](/docs/a.md)': `<p>${link(`${FILES}/docs/a.md`, 'a')}</p>`,
  '[a](#usage)': `<p>${link('https://github.com/acme/tool/releases/tag/v2#usage', 'a')}</p>`,
  '[a](//evil.example/x)': `<p>${link('https://evil.example/x', 'a')}</p>`,
  '[a](mailto:a@b.example)': `<p>${link('mailto:a@b.example', 'a')}</p>`,
  '[a](ftp://b.example) <a>c</a> [d]()': '<p>a c d</p>',
  '[github.com/acme](https://evil.example)': `<p>${link('https://evil.example/', 'github.com/acme')} (evil.example)</p>`,
  '[a](https://github.com@evil.example/)': `<p>${link('https://evil.example/', 'a')}</p>`,
  '[](https://a.example) x': '<p> x</p>',
  '<div><a href="a.md">a<table><tr><td><a href="b.md">b</a></td></tr></table></a></div>': `<div><a href="${FILES}/a.md">a<table><tbody><tr><td>${link(`${FILES}/b.md`, 'b')}</td></tr></tbody></table></a></div>`,
});

testTable('without a page, links to a section are text', { '[a](#b)': '<p>a</p>' }, { sourceUrl: undefined });
testTable(
  'without a ref, files are those of HEAD',
  { '[a](b)': `<p>${link('https://github.com/acme/tool/blob/HEAD/b', 'a')}</p>` },
  { ref: undefined },
);

testTable('images are links', {
  '![A cat](https://a.example/cat.png)': `<p>${link('https://a.example/cat.png', 'A cat')}</p>`,
  '![](cat.png)': `<p>${link(`${RAW}/cat.png`, 'image')}</p>`,
  '<video src="https://a.example/x.mp4"></video> x': `<p>${link('https://a.example/x.mp4', 'video')} x</p>`,
  '<audio src="https://a.example/x.mp3"></audio> x': `<p>${link('https://a.example/x.mp3', 'audio')} x</p>`,
  '![a.example](https://b.example/)': `<p>${link('https://b.example/', 'a.example')} (b.example)</p>`,
  '<video alt="a.example" src="https://b.example/">': `${link('https://b.example/', 'a.example')} (b.example)`,
  '<audio alt="a.example" src="https://b.example/">': `${link('https://b.example/', 'a.example')} (b.example)`,
  '[![cat](https://a.example/cat.png)](https://b.example/)': `<p>${link('https://b.example/', 'cat')}</p>`,
  '![x](data:image/png;base64,AAAA) ![](javascript:alert(1))': '<p>x image</p>',
  '[![ci](https://img.shields.io/x.svg)](https://ci.example) ![](https://github.com/a/b/actions/workflows/ci/badge.svg)\n\ntext':
    '<p>text</p>',
  'text ![ci](https://img.shields.io/x.svg)': `<p>text ${link('https://img.shields.io/x.svg', 'ci')}</p>`,
  '![a](https://a.example/shot.png) ![ci](https://img.shields.io/x.svg)': `<p>${link('https://a.example/shot.png', 'a')} ${link('https://img.shields.io/x.svg', 'ci')}</p>`,
});

testTable('text that reorders itself is put straight', {
  'a\u202Eb &#x202e;c &#1;': '<p>ab c </p>',
  '<b title="x&#x2066;y">z</b>': '<p><b title="xy">z</b></p>',
});

testTable(
  'files and uploads of a GitLab project',
  {
    '[a](docs/b.md)': `<p>${link('https://gitlab.com/acme/tool/-/blob/v1/docs/b.md', 'a')}</p>`,
    '[a](/uploads/0a/b.zip)': `<p>${link('https://gitlab.com/acme/tool/uploads/0a/b.zip', 'a')}</p>`,
    '![a](/uploads/0a/b.png)': `<p>${link('https://gitlab.com/acme/tool/uploads/0a/b.png', 'a')}</p>`,
    '![a](b.png)': `<p>${link('https://gitlab.com/acme/tool/-/raw/v1/b.png', 'a')}</p>`,
  },
  { repositoryUrl: 'https://gitlab.com/acme/tool', ref: 'v1', forge: 'gitlab' },
);
