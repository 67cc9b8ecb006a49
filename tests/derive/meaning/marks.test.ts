import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extractOf } from '../../../src/derive/meaning/extract.ts';
import { KIND_WORDS } from '../../../src/derive/meaning/kind-words.ts';
import { marksOf } from '../../../src/derive/meaning/marks.ts';
import { NOTE_KINDS } from '../../../src/derive/meaning/note-item.ts';
import { readMeaning } from '../../../src/derive/meaning/read-meaning.ts';

const NOTES = readMeaning(
  [
    '- chore: tidy',
    '- feat: one',
    '- feat: two',
    '- feat: two',
    '- feat: three',
    '- feat: four',
    '- fix: a bug',
    '- fix: CVE-2026-1 is closed',
    '- drop support for Node 18',
    '- feat!: strict',
  ].join('\n'),
);

describe('the marks of a release', () => {
  test('are the first items that say so, with their rules', () => {
    assert.deepEqual(marksOf(NOTES), {
      breaking: { rule: 'drops-support', quote: 'drop support for Node 18' },
      security: { rule: 'advisory', quote: 'fix: CVE-2026-1 is closed' },
    });
  });

  test('are none where nothing says so', () => {
    assert.deepEqual(marksOf(readMeaning('- fix: a')), { breaking: undefined, security: undefined });
  });
});

describe('the summary made by rules', () => {
  test('holds at most three items of a kind, none twice, the most telling first', () => {
    assert.deepEqual(extractOf(NOTES), {
      headline: 'drop support for Node 18',
      breaking: ['drop support for Node 18', 'feat!: strict'],
      security: ['fix: CVE-2026-1 is closed'],
      features: ['feat: one', 'feat: two', 'feat: three'],
      fixes: ['fix: a bug'],
    });
  });

  test('tells a text once, where it matters most', () => {
    const meaning = readMeaning('### Features\n- a thing\n### Breaking\n- a thing');
    const { breaking, features } = extractOf(meaning) ?? {};
    assert.deepEqual([breaking, features], [['a thing'], []]);
  });

  for (const [notes, headline] of [
    ['- fix: a\n- feat: b', 'feat: b'],
    ['- docs: a\n- chore: b', 'chore: b'],
    ['- fix: a\n- perf: b', 'fix: a'],
    ['- fix: a\n- mark b deprecated', 'mark b deprecated'],
  ] as const) {
    test(`has the headline ${headline}`, () =>
      assert.equal(extractOf(readMeaning(notes))?.headline, headline));
  }

  test('is none where the notes say nothing', () =>
    assert.equal(extractOf(readMeaning('- None')), undefined));
});

test('every kind has a name', () => {
  assert.deepEqual(Object.keys(KIND_WORDS), [...NOTE_KINDS]);
});
