import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readableNotes } from '../../../src/derive/summaries/readable-notes.ts';

const TAGGED = [...'hi'].map((c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0))).join('');

describe('notes as a reader sees them', () => {
  for (const [what, notes, readable] of [
    ['keep their lines', '## New\n\n- a\n- b', '## New\n\n- a\n- b'],
    ['are NFC', 'Cafe\u0301', 'Café'],
    ['have no comments', 'a <!-- hidden -->b', 'a b'],
    ['end where a comment is never closed', 'a <!-- hidden\nb', 'a'],
    ['have no comment that hides behind an invisible mark', 'a <!-\u200b- hidden -->b', 'a b'],
    ['have no tags', '<b>bold</b> and <a href="https://x.example">text</a>', 'bold and text'],
    ['break where elements do', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    [
      'keep what only looks like a tag',
      'Array<string> and <instructions>',
      'Array<string> and <instructions>',
    ],
    ['have no scripts', 'a<script>alert(1)</script>b<style>p{}</style>', 'ab'],
    ['have no script that is never closed', 'a<script>alert(1)', 'a'],
    ['have no images', 'a ![alt text](https://x.example/y.png) b', 'a  b'],
    [
      'have of links the text',
      'see [the docs](https://x.example "title") or [these][1]',
      'see the docs or these',
    ],
    ['have no definitions of links', 'a\n[//]: # (hidden)\n[1]: https://x.example\nb', 'a\n\nb'],
    ['have no addresses', 'see https://x.example/y?z=1 or <ftp://x.example>.', 'see  or .'],
    ['have no address that is spelt as entities', 'see https&#58;//x.example', 'see'],
    ['have characters for entities', 'a &lt; b &amp; c&#33;', 'a < b & c!'],
    ['have nothing invisible', `zero\u200bwidth\u00ad so\u2060ft\ufeff`, 'zerowidth soft'],
    ['have no line that turns its direction', 'a\n\u202eb tnirp\u202c\nc', 'a\nc'],
    ['have no line with hidden tags', `a\nb${TAGGED}\nc`, 'a\nc'],
    [
      'have no who',
      '* Fix it by @octocat in https://x.example/1\n* Thanks @hubot! - More (@x)',
      '* Fix it\n* More',
    ],
    ['are empty where there is nothing', '<!-- only this -->', ''],
  ] as const) {
    test(what, () => assert.equal(readableNotes(notes), readable));
  }

  test('are the same when they are read twice, and have nothing that cannot be seen', () => {
    const pieces = fc.constantFrom(
      '<',
      '!--',
      '-->',
      '&#60;',
      'b>',
      '\u200b',
      '\u202e',
      '[x](',
      'y)',
      '\n',
      'word ',
      '`',
      '&amp;',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 30 }), (parts) => {
        const readable = readableNotes(parts.join(''));
        assert.doesNotMatch(readable, /[\p{Cf}\p{Co}\u202a-\u202e]|\w:\/\/\w/u);
        assert.ok(readable.isWellFormed());
      }),
    );
  });

  test('take linear time', () => {
    for (const piece of ['<', '[', '![', '<!--', '&#', 'a://', '<script>', '(@', 'by @a, ']) {
      const started = process.hrtime.bigint();
      readableNotes(piece.repeat(60_000));
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      assert.ok(seconds < 5, `${piece}: ${seconds} s`);
    }
  });
});
