import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { splitChangelog } from '../../../src/versions/changelog/split-changelog.ts';

function split(lines: readonly string[], name?: string): Record<string, string> {
  return Object.fromEntries(splitChangelog(lines.join('\n'), name));
}

describe('sections', () => {
  test('a version is a whole one', () => {
    const lines = ['## 11.2.1', 'a', '## 1.2.10', 'b', '## 1.2.1', 'c', '## 1.2.1-rc.1', 'd'];
    assert.deepEqual(split(lines), { '11.2.1': 'a', '1.2.10': 'b', '1.2.1': 'c', '1.2.1-rc.1': 'd' });
  });

  test('majors, minors and patches on levels of their own', () => {
    const lines = [
      ...['# [2.0.0](https://x.example) (2024-03-01)', '', '### Features', '* two', ''],
      ...['## [1.1.0](https://x.example) (2024-02-01)', '', '### Bug Fixes', '* one', ''],
      ...[
        '### [1.0.1](https://x.example) (2024-01-01)',
        '',
        '### Bug Fixes',
        '* a',
        '',
        '### Features',
        '* b',
        '',
      ],
      ...['# [1.0.0](https://x.example) (2023-01-01)', '* zero'],
    ];
    assert.deepEqual(split(lines), {
      '2.0.0': '### Features\n* two',
      '1.1.0': '### Bug Fixes\n* one',
      '1.0.1': '### Bug Fixes\n* a\n\n### Features\n* b',
      '1.0.0': '* zero',
    });
  });

  test('a tag before a patch leaves it one', () => {
    const lines = ['## 2.0.0', 'a', '### <a id="1.0.1"></a> 1.0.1', 'b', '## 1.0.0', 'c'];
    assert.deepEqual(split(lines), { '2.0.0': 'a', '1.0.1': 'b', '1.0.0': 'c' });
  });

  test('headings below and beside a version belong to it', () => {
    const lines = [
      '# Changelog',
      '## 2.0.0',
      '## Features',
      '* a',
      '#### Node 18.0.0 is needed',
      '* b',
      '## 1.0.0',
      'c',
    ];
    assert.deepEqual(split(lines), {
      '2.0.0': '## Features\n* a\n#### Node 18.0.0 is needed\n* b',
      '1.0.0': 'c',
    });
  });

  test('a title that names a version is none, nor is a much deeper heading', () => {
    const lines = ['# Tool 3.0.0', 'intro', '## 2.0.0', 'a', '##### 1.9.9', 'b', '## 1.0.0', 'c'];
    assert.deepEqual(split(lines), { '2.0.0': 'a\n##### 1.9.9\nb', '1.0.0': 'c' });
  });

  test('a higher heading ends a section, and so does what is unreleased', () => {
    const lines = [
      '# A',
      '## 2.0.0',
      'a',
      '# Old',
      'x',
      '## 1.0.0',
      'b',
      '## Unreleased',
      'y',
      '## 0.9.0',
      'c',
    ];
    assert.deepEqual(split(lines), { '2.0.0': 'a', '1.0.0': 'b', '0.9.0': 'c' });
  });

  test('of two sections the first counts, empty ones do not', () => {
    const lines = ['## 3.0.0', '', '## 2.0.0', 'a', '## 2.0.0', 'b', '## 1.0.0', '', '## 1.0.0', 'c'];
    assert.deepEqual(split(lines), { '2.0.0': 'a', '1.0.0': 'c' });
  });

  test('anchors and rules above the next heading are not part of the text', () => {
    const lines = [
      ...['<a name="2.0.0"></a>', '# 2.0.0', '', '', '  * a', '', '---', '', "<a id='1.0.0' />", ''],
      ...['# 1.0.0', '', 'b', '', '* * *', ''],
    ];
    assert.deepEqual(split(lines), { '2.0.0': '  * a', '1.0.0': 'b' });
  });

  test('an underlined last line is a heading, not a rule', () => {
    assert.deepEqual(split(['# 1.0.0', 'Fixes', '---']), { '1.0.0': 'Fixes\n---' });
  });

  test('line ends of Windows and a byte order mark', () => {
    assert.deepEqual(Object.fromEntries(splitChangelog('\uFEFF## 1.0.0\r\n\r\na\r\nb\r\n')), {
      '1.0.0': 'a\nb',
    });
  });

  test('a changelog without versions, and no changelog, give nothing', () => {
    assert.deepEqual(split(['# 2024-01-01', '* a', '# 2023-01-01', '* b']), {});
    assert.deepEqual(split(['']), {});
  });
});

describe('several packages in one changelog', () => {
  const lines = ['## @acme/a@2.0.0', 'a', '## @acme/b@2.0.0', 'b', '## b@1.0.0', 'c'];
  test('only the sections of the one that is asked for', () => {
    assert.deepEqual(split(lines, '@acme/b'), { '2.0.0': 'b', '1.0.0': 'c' });
    assert.deepEqual(split(lines, '@acme/a'), { '2.0.0': 'a' });
    assert.deepEqual(split(lines, 'c'), {});
  });
});

describe('code', () => {
  for (const fence of ['```', '~~~~', '```md']) {
    test(`headings in ${fence} are none`, () => {
      const close = fence.replace('md', '');
      const lines = ['## 2.0.0', fence, '## 1.5.0', '[x]: https://x.example', close, '## 1.0.0', 'b'];
      assert.deepEqual(split(lines), {
        '2.0.0': `${fence}\n## 1.5.0\n[x]: https://x.example\n${close}`,
        '1.0.0': 'b',
      });
    });
  }

  test('a shorter or another fence does not close', () => {
    const lines = ['## 2.0.0', '````', '```', '~~~~', '## 1.5.0', '````', '## 1.0.0', 'b'];
    assert.deepEqual(Object.keys(split(lines)), ['2.0.0', '1.0.0']);
  });

  test('a fence that nobody closes hides nothing', () => {
    assert.deepEqual(split(['## 2.0.0', '```', 'a', '## 1.0.0', 'b']), { '2.0.0': '```\na', '1.0.0': 'b' });
  });

  test('code within a line opens none', () => {
    assert.deepEqual(Object.hasOwn(split(['## 2.0.0', '``` a ```', '## 1.0.0', 'b', '```']), '1.0.0'), true);
  });
});

describe('link definitions', () => {
  const bottom = [
    '[2.0.0]: https://x.example/2',
    '[#7]: https://x.example/7',
    '[Docs]: https://x.example/d "d"',
  ];

  test('those that a section uses come with it, and no others', () => {
    const lines = [
      '## [2.0.0]',
      '* see [#7] and [the docs][docs]',
      '## [1.0.0]',
      '* see [#8]',
      '',
      ...bottom,
    ];
    assert.deepEqual(split(lines), {
      '2.0.0':
        '* see [#7] and [the docs][docs]\n\n[#7]: https://x.example/7\n[Docs]: https://x.example/d "d"',
      '1.0.0': '* see [#8]',
    });
  });

  test('a section’s own definition counts for more than that of the file', () => {
    const lines = [
      '## 2.0.0',
      '* [a]',
      '[a]: https://x.example/2',
      '## 1.0.0',
      '* [A][]',
      '[a]: https://x.example/1',
    ];
    assert.deepEqual(split(lines), {
      '2.0.0': '* [a]\n\n[a]: https://x.example/2',
      '1.0.0': '* [A][]\n\n[a]: https://x.example/1',
    });
  });

  test('a section of definitions alone is empty', () => {
    assert.deepEqual(split(['## [2.0.0]', '* a', '## [1.0.0]', '', ...bottom]), { '2.0.0': '* a' });
  });
});

describe('hostile text', () => {
  const MANY = 60_000;
  const cases: [string, string][] = [
    ['brackets', '['.repeat(MANY)],
    ['links', '[a]'.repeat(MANY)],
    ['hashes', '#'.repeat(MANY)],
    ['fences that never close', '~~~x\n'.repeat(MANY)],
    ['a long anchor', `# 1.0.0\n<a name="x">${' '.repeat(MANY)}x`],
    ['a long rule', `# 1.0.0\n\n${'- '.repeat(MANY)}x`],
    ['sections and definitions', '# 1.0.0\n[a]: x\n[a]\n'.repeat(MANY / 10)],
    ['a long heading', `# ${'<'.repeat(MANY)}`],
    ['empty lines', `# 1.0.0\n${' \n'.repeat(MANY)}x`],
  ];
  for (const [name, text] of cases) {
    // Far above what linear work takes, far below what quadratic work would.
    test(name, { timeout: 5_000 }, () => {
      assert.ok(splitChangelog(text).size <= 1);
    });
  }
});
