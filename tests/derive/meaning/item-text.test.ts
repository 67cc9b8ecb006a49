import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readMeaning } from '../../../src/derive/meaning/read-meaning.ts';
import '../../arbitrary.ts';

const textOf = (item: string) => readMeaning(`- ${item}`).items[0]?.text;

describe('the text of an item', () => {
  for (const [name, markdown, text] of [
    ['a link is its text', 'see [the `docs`](https://x.test/a_(b)) of [it][1]', 'see the docs of it'],
    ['an image is nothing', 'before ![a](https://x.test/a.png) after', 'before after'],
    [
      'emphasis goes',
      '**bold** __bold__ *it* _it_ ~~gone~~ snake_case_name',
      'bold bold it it gone snake_case_name',
    ],
    ['code stays', 'use `a*b*c` and ``x``', 'use a*b*c and x'],
    [
      'tags go, what looks like one stays',
      '<b>bold</b> <img src="x"> tool <file> a<T>',
      'bold tool <file> a<T>',
    ],
    ['entities and escapes are read', 'a &lt; b &amp; c \\* d', 'a < b & c * d'],
    ['addresses go', 'see https://x.test/a and <https://x.test> (www.x.test) now', 'see and now'],
    ['an address in code goes', 'open `https://x.test/a` now', 'open now'],
    ['an escaped address goes', 'open https\\://x.test/a now', 'open now'],
    ['what is hidden in an address does not save it', 'open http\u200bs://x.test/a now', 'open now'],
    ['what cannot be seen goes', 'a\u202eb\u200bc\u0007d\u{e0041}e', 'abcde'],
    ['commits and issues in front go', '[[`6e8c3bf3c6`](https://x.test)] - #12 [#13] a thing', 'a thing'],
    [
      'commits and issues behind go',
      'a good thing ([#12](https://x.test)) ([abc1234](https://x.test)), closes #9',
      'a good thing',
    ],
    ['several issues go', 'A good thing (#1, #2) [#3]. See related PRs: #4, #5', 'A good thing'],
    ['fixes that are no keyword stay', 'Several startup fixes (#1, #2)', 'Several startup fixes'],
    ['fixes that are one go', 'A good thing, fixes #1', 'A good thing'],
    ['who did it goes', 'a good thing by @ann in https://github.com/acme/tool/pull/1', 'a good thing'],
    ['thanks go', 'a new thing (thanks to Ann B. [@ann](https://github.com/ann))', 'a new thing'],
    ['a word stays a word', 'decade added', 'decade added'],
    [
      'all sentences stay',
      'It drops support for Node 18. Use a newer one.',
      'It drops support for Node 18. Use a newer one.',
    ],
    ['lines are joined', 'one\n  two\n  three', 'one two three'],
  ] as const) {
    test(name, () => assert.equal(textOf(markdown), text));
  }

  test('is at most 300 characters, cut at a word', () => {
    assert.equal(textOf(`fix ${'word '.repeat(100)}`), `fix ${'word '.repeat(58)}word…`);
    assert.equal(textOf(`fix ${'語'.repeat(400)}`), `fix ${'語'.repeat(295)}…`);
    assert.equal(textOf(`fix: ${'𝔸'.repeat(200)}`)?.isWellFormed(), true);
  });

  test('of a long item is the sentence that decided', () => {
    const item = `${'It is a long story. '.repeat(20)}It drops support for Node 18. More of it.`;
    assert.equal(textOf(item), 'It drops support for Node 18.');
  });

  test('is plain, whatever the notes are', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '- ',
        '# ',
        '> ',
        '\n',
        '**',
        '`',
        '[',
        '](https://x.test)',
        '<b>',
        '<!--',
        'https://x.test',
        '\u202e',
        '|',
        '---',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const notes = pieces.join('');
        const meaning = readMeaning(notes);
        assert.deepEqual(readMeaning(notes), meaning);
        for (const { text, line } of meaning.items) {
          assert.match(text, /^[^\n\u202e\u200b]{1,300}$/u);
          assert.doesNotMatch(text, /https?:|<b>/);
          assert.ok(line < notes.split('\n').length);
        }
      }),
    );
  });
});
