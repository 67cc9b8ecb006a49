import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { showHidden } from '../../src/core/show-hidden.ts';

describe('a text to be compared by eye', () => {
  for (const [text, shown] of [
    ['plain, “ü” and 漢字', 'plain, “ü” and 漢字'],
    ['a\tb\nc', 'a\tb\nc'],
    ['a\u0000b\u001b[31m\r', 'a⟨U+0000⟩b⟨U+001B⟩[31m⟨U+000D⟩'],
    ['a\u202Eb\u202C', 'a⟨U+202E⟩b⟨U+202C⟩'],
    ['\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
    ['zero\u200Bwidth\uFEFF', 'zero⟨U+200B⟩width⟨U+FEFF⟩'],
    ['tag \u{E0041}', 'tag ⟨U+E0041⟩'],
    ['👩‍👧 stays', '👩‍👧 stays'],
    ['half \ud800', 'half \ufffd'],
  ] as const) {
    test(JSON.stringify(text), () => assert.equal(showHidden(text), shown));
  }
});
