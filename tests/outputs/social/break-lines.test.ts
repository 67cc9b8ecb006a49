import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { breakLines } from '../../../src/outputs/social/break-lines.ts';

const widthOf = (text: string) => text.length;

describe('a text in lines of ten', () => {
  for (const [text, lines, expected] of [
    ['short', 2, ['short']],
    ['', 2, []],
    ['exactly 10', 1, ['exactly 10']],
    ['two small words', 2, ['two small', 'words']],
    ['ten chars! then', 2, ['ten chars!', 'then']],
    ['@scope/package-name', 3, ['@scope/', 'package-', 'name']],
    ['abcdefghijklmno', 2, ['abcdefghij', 'klmno']],
    ['one two three four', 1, ['one two…']],
    ['one two, three four', 1, ['one two…']],
    ['abcdefghijklmno', 1, ['abcdefghi…']],
    ['nothing', 0, []],
    // A family of four is one character to a reader.
    ['12345678👩‍👩‍👧', 2, ['12345678', '👩‍👩‍👧']],
  ] as const) {
    test(`of “${text}”, at most ${lines}`, () => {
      assert.deepEqual(breakLines(text, { width: 10, lines, widthOf }), expected);
    });
  }

  test('that never get anywhere take a character each', () => {
    assert.deepEqual(breakLines('abc', { width: 0, lines: 2, widthOf }), ['a', 'b…']);
  });
});
