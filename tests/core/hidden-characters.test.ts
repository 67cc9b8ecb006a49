import assert from 'node:assert/strict';
import test from 'node:test';
import { dropHarmful, dropHidden } from '../../src/core/hidden-characters.ts';

const REORDER = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'];
const NO_XML = [
  '\u0000',
  '\u0008',
  '\u000B',
  '\u001B',
  '\u007F',
  '\u0085',
  '\uFFFE',
  '\uFFFF',
  '\uD800',
  '\uDC00',
];
const INVISIBLE = [
  '\u00AD',
  '\u061C',
  '\u200B',
  '\u200D',
  '\u200E',
  '\u200F',
  '\u2060',
  '\u206A',
  '\uFEFF',
  '\u{E0001}',
  '\u{E0041}',
];
const PLAIN = ['a', ' ', '\t', '\n', '\r', '\u00A0', 'ü', 'א', '長', '🎉', '\uFFFD'];

const around = (character: string) => `a${character}b`;

test('what reorders text, and what XML cannot hold, is dropped', () => {
  for (const character of [...REORDER, ...NO_XML]) {
    assert.equal(dropHarmful(around(character)), 'ab', codeOf(character));
    assert.equal(dropHidden(around(character)), 'ab', codeOf(character));
  }
});

test('what cannot be seen is dropped from a line, but not from notes: emoji are joined by it', () => {
  for (const character of INVISIBLE) {
    assert.equal(dropHarmful(around(character)), around(character), codeOf(character));
    assert.equal(dropHidden(around(character)), 'ab', codeOf(character));
  }
});

test('all other text stays', () => {
  for (const character of PLAIN) {
    assert.equal(dropHarmful(around(character)), around(character));
    assert.equal(dropHidden(around(character)), around(character));
  }
});

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16)}`;
}
