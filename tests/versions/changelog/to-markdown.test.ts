import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { splitChangelog } from '../../../src/versions/changelog/split-changelog.ts';
import { toMarkdown } from '../../../src/versions/changelog/to-markdown.ts';

const convert = (lines: readonly string[], name: string) => toMarkdown(lines.join('\n'), name).split('\n');
const split = (lines: readonly string[], name: string) =>
  Object.fromEntries(splitChangelog(toMarkdown(lines.join('\n'), name)));

describe('reStructuredText', () => {
  const cases: [string, string[], string[]][] = [
    ['any mark', ['Title', '~~~~~', 'text'], ['# Title', '', 'text']],
    [
      'levels by appearance',
      ['A', '*', 'B', '=', 'C', '-', 'D', '='],
      ['# A', '', '## B', '', '### C', '', '## D', ''],
    ],
    ['an overline', ['=====', 'Title', '=====', 'B', '='], ['# Title', '', '', '## B', '']],
    ['an indented title with an overline', ['=======', ' Title', '======='], ['# Title', '', '']],
    ['an indented one without', [' Title', '======'], [' Title', '======']],
    ['an underline that is too short', ['Title', '===='], ['Title', '====']],
    ['a longer underline', ['Title', '========'], ['# Title', '']],
    ['mixed punctuation', ['Title', '==-=='], ['Title', '==-==']],
    ['a rule between paragraphs', ['text', '', '-----', '', 'text'], ['text', '', '-----', '', 'text']],
    ['a rule below a rule', ['----', '===='], ['----', '====']],
    ['no underline of a heading is a title', ['A', '=', '-'], ['# A', '', '-']],
    [
      'seven levels are six',
      ['a', '=', 'b', '-', 'c', '~', 'd', '^', 'e', '"', 'f', "'", 'g', '+'],
      ['# a', '', '## b', '', '### c', '', '#### d', '', '##### e', '', '###### f', '', '###### g', ''],
    ],
    ['a title of 301 characters', ['x'.repeat(301), '='.repeat(301)], ['x'.repeat(301), '='.repeat(301)]],
    ['Windows and a byte order mark', ['\uFEFFTitle\r', '=====\r', 'text'], ['# Title', '', 'text']],
  ];
  for (const [name, lines, expected] of cases) {
    test(name, () => assert.deepEqual(convert(lines, 'CHANGES.rst'), expected));
  }

  test('tildes are underlines, not code', () => {
    const lines = [
      ...[
        'Changes',
        '=======',
        '',
        '2.0.0 (2024-02-01)',
        '------------------',
        '',
        'Fixes',
        '~~~~~',
        '- a',
        '',
      ],
      ...['1.0.0 (2024-01-01)', '------------------', '', 'Fixes', '~~~~~', '- b', ''],
    ];
    assert.deepEqual(split(lines, 'CHANGES.rst'), {
      '2.0.0': '### Fixes\n\n- a',
      '1.0.0': '### Fixes\n\n- b',
    });
    assert.deepEqual(Object.keys(split(lines, 'CHANGES')), ['2.0.0', '1.0.0']);
  });

  test('sections that stand above versions do not end them', () => {
    const lines = ['News', '****', '2.0', '^^^', 'Fixes', '=====', '- a', '1.0', '^^^', '- b'];
    assert.deepEqual(split(lines, 'NEWS.rst'), { '2.0': '### Fixes\n\n- a', '1.0': '- b' });
  });
});

describe('without an ending', () => {
  const rst = ['1.1', '~~~', '- a'];
  const markdown = ['## 1.1', '- a', '## 1.0', 'Example', '~~~~~~~', 'code', '~~~~~~~'];
  for (const [name, lines, expected] of [
    ['CHANGES', rst, ['# 1.1', '', '- a']],
    ['CHANGES.txt', rst, ['# 1.1', '', '- a']],
    ['CHANGES.md', rst, rst],
    ['CHANGES.markdown', rst, rst],
    ['CHANGES', markdown, markdown],
    ['CHANGES', ['1.0', '===', 'a', '# 1.1', 'b'], ['1.0', '===', 'a', '# 1.1', 'b']],
    ['CHANGES', ['Title', '~~~~~'], ['Title', '~~~~~']],
  ] as const) {
    test(`${name}: ${lines[0]}, ${lines[1]}`, () => assert.deepEqual(convert(lines, name), expected));
  }
});

describe('AsciiDoc and RDoc', () => {
  for (const name of ['CHANGELOG.adoc', 'History.rdoc']) {
    test(name, () => {
      const lines = ['= Log', '== 2.0.0 / 2024-01-01', '* a', '=== Fixes', '* b', '======= no', '==no'];
      assert.deepEqual(convert(lines, name), [
        '# Log',
        '## 2.0.0 / 2024-01-01',
        '* a',
        '### Fixes',
        '* b',
        '======= no',
        '==no',
      ]);
    });
  }

  test('listings are left alone', () => {
    const lines = ['----', '= no', '....', '----', '= yes', '....', '= no', `= ${'x'.repeat(300)}`];
    assert.deepEqual(convert(lines, 'CHANGELOG.adoc'), [
      ...['----', '= no', '....', '----', '# yes', '....', '= no', `= ${'x'.repeat(300)}`],
    ]);
  });

  test('a long line is text', () => {
    const line = `= ${'x'.repeat(300)}`;
    assert.deepEqual(convert([line], 'CHANGELOG.adoc'), [line]);
  });
});
