import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KIND_WORDS } from '../../../src/derive/meaning/kind-words.ts';
import { marksOf } from '../../../src/derive/meaning/marks.ts';
import { NOTE_KINDS } from '../../../src/derive/meaning/note-item.ts';
import { readMeaning } from '../../../src/derive/meaning/read-meaning.ts';

const NOTES = readMeaning(
  [
    '- chore: tidy',
    '- feat: one',
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

test('every kind has a name', () => {
  assert.deepEqual(Object.keys(KIND_WORDS), [...NOTE_KINDS]);
});
