import assert from 'node:assert/strict';
import test from 'node:test';
import { readMeaning } from '../../../src/derive/meaning/read-meaning.ts';
import { itemsOf } from './items-of.ts';
import { testSamples } from './test-samples.ts';

testSamples('notes in every shape', {
  'emoji headings': {
    notes: [
      '### 💥',
      '- a',
      '### 🐛',
      '- b',
      '### 🔒',
      '- c',
      '### 🚀 Enhancements',
      '- d',
      '#### ⚠️ Please note',
      '- e',
      '### 🗑️',
      '- f',
      '### ⚡',
      '- g',
      '### 📖',
      '- h',
    ],
    items: [
      'breaking heading: a',
      'fix heading: b',
      'security heading: c',
      'feature heading: d',
      'breaking heading-warning: e',
      'deprecation heading: f',
      'performance heading: g',
      'documentation heading: h',
    ],
  },
  'signs in front of items': {
    notes: ['- 💥 a', '- ⚠️  b', '- 🐛 c', '- ✨ d', '- 🔒 e', '- ⚡ f', '- 📝 g'],
    items: [
      'breaking sign: 💥 a',
      'breaking sign: ⚠️ b',
      'fix sign: 🐛 c',
      'feature sign: ✨ d',
      'security sign: 🔒 e',
      'performance sign: ⚡ f',
      'documentation sign: 📝 g',
    ],
  },
  'headings in bold, setext and capitals': {
    notes: [
      '**Breaking changes**',
      '- a',
      '__Fixes:__',
      '- b',
      '',
      'Features',
      '--------',
      '- c',
      '',
      'BREAKING CHANGES',
      '',
      '- d',
    ],
    items: ['breaking heading: a', 'fix heading: b', 'feature heading: c', 'breaking heading: d'],
  },
  'lines that announce a list': {
    notes: [
      'This update brings a lot of breaking changes:',
      '',
      '- a',
      '',
      'And also some non-breaking changes:',
      '',
      '- b',
      '',
      'See there.',
      '',
      '- c',
    ],
    items: ['breaking heading: a', 'other plain: b', 'other plain: c'],
  },
  'a separator of lines within one': {
    notes: ['- fix: a', '- fix: b\u2028', '## Breaking\u2028', '- c'],
    items: ['fix type: fix: a', 'fix type: fix: b', 'breaking heading: c'],
  },
  'a paragraph behind a list': {
    notes: ['Breaking changes:', '', '- a', '', 'See there.', '', '- b'],
    items: ['breaking heading: a', 'other plain: b'],
  },
  'lists in lists': {
    notes: [
      '- breaking changes',
      '  - a',
      '    - b',
      '- **cli**',
      '  1. fix: c',
      '- Refactored logs:',
      '\t- [x] add d',
    ],
    items: ['breaking heading: a', 'breaking heading: b', 'fix type: fix: c', 'other heading: add d'],
  },
  'an item of many words is no heading': {
    notes: ['- Fixes in the parser of files', '  - add a'],
    items: ['fix verb: Fixes in the parser of files', 'fix heading: add a'],
  },
  HTML: {
    notes: [
      '<h2>Breaking</h2><ul><li>first <b>bold</b></li><li>second</li></ul>',
      '<details><summary>Fixes</summary>',
      '<ul>',
      '<li>third</li>',
      '</ul>',
      '</details>',
      '<pre>',
      '- code',
      '</pre>',
    ],
    items: ['breaking heading: first bold', 'breaking heading: second', 'fix heading: third'],
  },
  tables: {
    notes: [
      '### Fixes',
      '| what | where |',
      '| --- | :--: |',
      '| a crash | [core](https://x.test) |',
      '',
      '### Sizes',
      '| file | size |',
      '|---|---|',
      '| a | 1 |',
    ],
    items: ['fix heading: a crash · core'],
  },
  paragraphs: {
    notes: [
      'This release tidies up. Fixed a crash on start. It is nice.',
      '',
      'It drops support for Node 18.',
    ],
    items: ['fix verb: Fixed a crash on start.', 'breaking drops-support: It drops support for Node 18.'],
  },
  'a heading that says it all': {
    notes: [
      '## Node 18 is no longer supported',
      'Use a newer one.',
      '## BREAKING CHANGE: strict by default',
      'Really.',
    ],
    items: [
      'breaking no-longer: Node 18 is no longer supported',
      'breaking footer: BREAKING CHANGE: strict by default',
    ],
  },
});

test('every item knows its line', () => {
  const notes = ['# 1.0', '', '- one', '  goes on', '- two', '', '<ul><li>three</li><li>four</li></ul>'];
  assert.deepEqual(
    readMeaning(notes.join('\n')).items.map(({ line, text }) => [line, text]),
    [
      [2, 'one goes on'],
      [4, 'two'],
      [6, 'three'],
      [6, 'four'],
    ],
  );
});

test('an item that is breaking and a security fix is both', () => {
  assert.deepEqual(itemsOf('### Breaking', '- closes CVE-2026-1'), [
    'breaking heading: closes CVE-2026-1',
    'security advisory: closes CVE-2026-1',
  ]);
});
