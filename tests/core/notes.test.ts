import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { notesHash, toStoredNotes } from '../../src/core/notes.ts';

const MOST = 256 * 1024;

const TABLE: readonly (readonly [string, readonly string[] | undefined])[] = [
  ['', undefined],
  ['a', ['a']],
  ['a\n', ['a', '']],
  ['a\r\nb\r\n', ['a', 'b', '']],
  ['a\rb', ['a\rb']],
  ['a\n\r\n b ', ['a', '', ' b ']],
  ['\n', ['', '']],
];

describe('notes as they are stored', () => {
  for (const [text, notes] of TABLE) {
    test(JSON.stringify(text), () =>
      assert.deepEqual(toStoredNotes(text), notes === undefined ? {} : { notes }),
    );
  }

  test('up to 256 KiB are whole', () => {
    const text = `${'x'.repeat(MOST - 3)}\nab`;
    assert.deepEqual(toStoredNotes(text), { notes: text.split('\n') });
  });

  test('beyond are cut at a line, with the hash of the whole', () => {
    const text = `${'x'.repeat(MOST - 3)}\nabc`;
    assert.deepEqual(toStoredNotes(text), { notes: ['x'.repeat(MOST - 3)], notesCut: notesHash(text) });
    const windows = `a\r\n${'x'.repeat(MOST)}`;
    assert.deepEqual(toStoredNotes(windows), {
      notes: ['a'],
      notesCut: notesHash(windows.replace('\r', '')),
    });
  });

  test('count bytes, not characters', () => {
    assert.deepEqual(toStoredNotes(`a\n${'é'.repeat(MOST / 2)}`).notes, ['a']);
  });

  test('of one long line are cut within it, between characters', () => {
    const { notes, notesCut } = toStoredNotes(`a${'é'.repeat(MOST)}`);
    assert.deepEqual(notes, [`a${'é'.repeat((MOST - 2) / 2)}`]);
    assert.match(notesCut ?? '', /^sha256:[0-9a-f]{64}$/);
  });

  test('are the text again, if they were not cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { notes = [], notesCut } = toStoredNotes(text);
        assert.deepEqual([notes.join('\n'), notesCut], [text.replaceAll('\r\n', '\n'), undefined]);
      }),
    );
  });

  test('have a hash that anyone can compute', () => {
    assert.equal(notesHash('abc'), 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
