import assert from 'node:assert/strict';
import test from 'node:test';
import { isBadge } from '../../src/render/badge.ts';
import { misleadingHost } from '../../src/render/misleading-host.ts';
import { resolveUrl } from '../../src/render/resolve-url.ts';
import { shortenUrl } from '../../src/render/shorten-url.ts';
import { upstreamRepository } from '../../src/render/upstream-repository.ts';

const BASE = 'https://github.com/o/n/blob/v1/';

test('an address is what the browser would make of it, or none', () => {
  const table: readonly (readonly [address: string, resolved: string | undefined])[] = [
    ['https://a.example/x', 'https://a.example/x'],
    [' HTTP://A.example ', 'http://a.example/'],
    ['https://user:secret@a.example/', 'https://a.example/'],
    ['https:\\\\a.example\\x', 'https://a.example/x'],
    ['https://gıthub.com/', 'https://xn--gthub-n4a.com/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['a/b.md', `${BASE}a/b.md`],
    ['../../issues', 'https://github.com/o/n/issues'],
    ['/a.md', `${BASE}a.md`],
    ['//a.example/x', 'https://a.example/x'],
    ['/\\a.example/x', 'https://a.example/x'],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['\u0001javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['vbscript:x', undefined],
    ['file:///etc/passwd', undefined],
    ['https://', undefined],
  ];
  for (const [address, resolved] of table) assert.equal(resolveUrl(address, BASE), resolved, address);
  assert.equal(resolveUrl('a.md'), undefined);
  assert.equal(resolveUrl('a.md', 'nonsense'), undefined);
});

test('a bare GitHub address is shortened as GitHub does, any other is not', () => {
  const ours = upstreamRepository({ repositoryUrl: 'https://github.com/Acme/Tool' });
  const table: Readonly<Record<string, string | undefined>> = {
    'https://github.com/acme/tool/issues/1': '#1',
    'https://github.com/acme/tool/pull/2#issuecomment-3': '#2 (comment)',
    'https://github.com/acme/tool/discussions/4': '#4',
    'https://github.com/acme/tool/commit/858150719d5deb6250bb45b88e667356c1c8f985': '8581507',
    'https://github.com/acme/tool/compare/v1.0...v2.0': 'v1.0...v2.0',
    'https://github.com/o/n/issues/1': 'o/n#1',
    'https://github.com/o/n/commit/abcdef0123': 'o/n@abcdef0',
    'https://github.com/o/n/compare/a...b': 'o/n@a...b',
    'https://github.com/octo-cat': '@octo-cat',
    'https://github.com/octo-cat#x': undefined,
    'https://github.com/a.b': undefined,
    'https://github.com/': undefined,
    'https://github.com/acme/tool': undefined,
    'https://github.com/acme/tool/pull/2/files': undefined,
    'https://github.com/acme/tool/pull/2?w=1': undefined,
    'https://github.com/acme/tool/commit/main': undefined,
    'https://github.com/acme/tool/compare/main': undefined,
    'https://github.com/acme/tool/constructor/1': undefined,
    'https://github.com.evil.example/acme/tool/issues/1': undefined,
    nonsense: undefined,
  };
  for (const [address, short] of Object.entries(table))
    assert.equal(shortenUrl(address, ours), short, address);
  assert.equal(shortenUrl('https://github.com/acme/tool/issues/1', undefined), 'acme/tool#1');
});

test('the host of a link is shown where its text names another', () => {
  const evil = 'https://evil.example/x';
  const table: readonly (readonly [text: string, address: string, host: string | undefined])[] = [
    ['https://github.com/acme', evil, 'evil.example'],
    ['see https://github.com now', evil, 'evil.example'],
    ['(www.github.com)', evil, 'evil.example'],
    ['GitHub.com', evil, 'evil.example'],
    ['github.com/acme/tool', evil, 'evil.example'],
    ['git\u200Bhub.com', evil, 'evil.example'],
    ['github。com', evil, 'evil.example'],
    ['github.com/README.md', evil, 'evil.example'],
    ['https:github.com', evil, 'evil.example'],
    ['a@github.com', evil, 'evil.example'],
    ['docs.github.com', 'https://github.com/', 'github.com'],
    ['a@github.com', 'mailto:a@evil.example', 'evil.example'],
    ['github.com', 'https://github.com.evil.example/', 'github.com.evil.example'],
    ['github.com', 'https://www.github.com/x', undefined],
    ['www.github.com', 'https://github.com/x', undefined],
    ['github.com', 'https://docs.github.com/', undefined],
    ['a@github.com', 'mailto:a@github.com', undefined],
    ['the documentation', evil, undefined],
    ['README.md', evil, undefined],
    ['Node.js', evil, undefined],
    ['v1.2.3', evil, undefined],
    ['1.2.3.4', evil, undefined],
    ['see github.com', evil, undefined],
    ['', evil, undefined],
  ];
  for (const [text, address, host] of table) assert.equal(misleadingHost(text, address), host, text);
});

test('badges are told from pictures', () => {
  const badges = [
    'https://img.shields.io/npm/v/x',
    'https://badges.gitter.im/x',
    'https://github.com/a/b/actions/workflows/c/badge.svg',
  ];
  for (const address of badges) assert.ok(isBadge(address), address);
  for (const address of ['https://a.example/cat.png', 'badge.svg', '']) assert.ok(!isBadge(address), address);
});

test('a repository is its web page, cleaned', () => {
  const repository = upstreamRepository({ repositoryUrl: 'https://github.com/acme/tool.git/', ref: 'a b/c' });
  assert.deepEqual(repository, {
    url: 'https://github.com/acme/tool',
    origin: 'https://github.com',
    slug: 'acme/tool',
    isGithub: true,
    files: 'https://github.com/acme/tool/blob/a%20b/c/',
    raw: 'https://github.com/acme/tool/raw/a%20b/c/',
    own: undefined,
  });
  assert.equal(upstreamRepository({ repositoryUrl: 'http://git.example/g/s/p' })?.isGithub, false);
  for (const repositoryUrl of [
    undefined,
    '',
    'git+ssh://git@github.com/a/b',
    'https://github.com/',
    'javascript:a/b',
  ]) {
    assert.equal(upstreamRepository({ repositoryUrl }), undefined);
  }
});

test('files are where the forge has them', () => {
  const table: readonly (readonly [
    url: string,
    forge: string | undefined,
    ref: string,
    files: string,
    raw: string,
  ])[] = [
    ['https://github.com/o/n', undefined, 'v1', 'blob/v1/', 'raw/v1/'],
    ['https://gitlab.com/g/s/n', undefined, 'v1', '-/blob/v1/', '-/raw/v1/'],
    ['https://code.corp.example/g/n', 'gitlab', 'v1', '-/blob/v1/', '-/raw/v1/'],
    ['https://code.corp.example/g/n', undefined, 'v1', 'blob/v1/', 'raw/v1/'],
    ['https://codeberg.org/o/n', undefined, 'v1', 'src/tag/v1/', 'raw/tag/v1/'],
    ['https://codeberg.org/o/n', undefined, 'HEAD', 'src/HEAD/', 'raw/HEAD/'],
    ['https://code.corp.example/o/n', 'gitea', 'v1', 'src/tag/v1/', 'raw/tag/v1/'],
    ['https://gitlab.com/g/n', 'constructor', 'v1', '-/blob/v1/', '-/raw/v1/'],
  ];
  for (const [repositoryUrl, forge, ref, files, raw] of table) {
    const repository = upstreamRepository({ repositoryUrl, forge, ref });
    assert.equal(repository?.files, `${repositoryUrl}/${files}`);
    assert.equal(repository?.raw, `${repositoryUrl}/${raw}`);
  }
});
