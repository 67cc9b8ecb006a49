import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { splitNotes } from '../../../src/enrich/summaries/split-notes.ts';

describe('long notes are split', () => {
  for (const [what, notes, most, parts] of [
    ['not, where they are short', '# a\n- b', 100, ['# a\n- b']],
    ['before headings', '# a\n- b\n# c\n- d', 9, ['# a\n- b', '# c\n- d']],
    ['between lines, where a section is too long', '# a\n- bb\n- cc\n- dd', 9, ['# a\n- bb', '- cc\n- dd']],
    ['within a line that is too long', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['not within a character', 'ab😀cd', 3, ['ab', '😀c', 'd']],
    ['into nothing, where there is nothing', ' \n ', 10, []],
  ] as const) {
    test(what, () => assert.deepEqual(splitNotes(notes, most), parts));
  }

  test('into all of them, in parts that are short enough', () => {
    const line = fc.constantFrom('# heading', '- an item of some length', 'text 😀', '', '   ');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.integer({ min: 4, max: 80 }), (lines, most) => {
        const parts = splitNotes(lines.join('\n'), most);
        assert.ok(parts.every((part) => part.length <= most && part.isWellFormed()));
        assert.equal(parts.join('').replace(/\s+/g, ''), lines.join('').replace(/\s+/g, ''));
      }),
    );
  });
});
