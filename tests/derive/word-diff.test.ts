import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { diffWords, type Piece } from '../../src/derive/word-diff.ts';

const MARKS = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
const written = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, text }) => MARKS[kind][0] + text + MARKS[kind][1]).join('');

describe('a comparison by words', () => {
  for (const [before, after, expected] of [
    ['', '', ''],
    ['', 'new', '{+new+}'],
    ['old', '', '[-old-]'],
    ['same', 'same', 'same'],
    ['reads three tides', 'reads five tides', 'reads [-three-]{+five+} tides'],
    ['one two three', 'one three', 'one [-two -]three'],
    ['a b c\n', 'a b c', 'a b c[-\n-]'],
    ['alpha beta', 'gamma delta', '[-alpha beta\n-]{+gamma delta+}'],
  ] as const) {
    test(`of ${JSON.stringify(before)} and ${JSON.stringify(after)}`, () =>
      assert.equal(written(diffWords(before, after)), expected));
  }

  test('of long texts replaces one by the other', () => {
    const long = 'word '.repeat(4000);
    assert.deepEqual(
      diffWords(long, `${long}more`).map(({ kind }) => kind),
      ['removed', 'added'],
    );
  });

  test('of texts with too many differences does too', () => {
    const words = (end: string) =>
      Array.from({ length: 1000 }, (_, n) => `w${n}${n % 2 ? end : ''}`).join(' ');
    assert.deepEqual(
      diffWords(words('a'), words('b')).map(({ kind }) => kind),
      ['removed', 'added'],
    );
  });

  test('holds both texts', () => {
    const text = fc
      .array(fc.constantFrom('tide', 'moon', ' ', '\n', 'ü', '<b>'), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after);
        const side = (other: Piece['kind']) =>
          pieces
            .filter(({ kind }) => kind !== other)
            .map((piece) => piece.text)
            .join('');
        assert.equal(side('removed'), after);
        assert.equal(side('added').trimEnd(), before.trimEnd());
      }),
    );
  });
});
