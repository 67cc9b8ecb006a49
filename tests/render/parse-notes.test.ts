import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseHtml } from '../../src/render/parse-html.ts';
import { parseNotes } from '../../src/render/parse-notes.ts';
import { toHtml } from '../../src/render/to-html.ts';
import '../arbitrary.ts';

const isDirect = (notes: string) => !('data' in parseNotes(notes, false));

function assertSame(notes: string, breaks: boolean): void {
  const { children } = parseNotes(notes, breaks);
  assert.deepEqual(children, parseHtml(toHtml(notes, breaks)).children, JSON.stringify(notes));
}

// Each kind of token, in each of the ways in which it is written.
const PLAIN = [
  '',
  '\n\n \t\n',
  'a *b* __c__ ~~d~~ `e > f "g"` \\* \\> "h" > \'i\' & j',
  'a  \nb\\\nc\nd',
  'a\r\nb\rc\f\v\u0001\uFEFF\u00a0\u{1f389}',
  '# a\n## *b* ##\n###### c\n\nd\n===\n\n***\n',
  '> a\n> > b\n>\n> # c',
  '- a\n- b\n  - c\n\n    d\n- ',
  '1. a\n\n2. b',
  '007) a\n8) b',
  '0. a',
  '- [ ] a\n- [x] b\n\n- [X] c',
  '    a\n\n    b\n',
  '```\n```\n\n```\n\na && b\n\n\n```',
  '~~~ts twoslash\na\n~~~\n\n``` "x\ny\n```',
  '| a | b | c | d |\n| - | :- | :-: | -: |\n| `e\\|f` | | *g* |\n| h |',
  '| a |\n| - |',
  '- | a |\n  | - |\n  | b |',
  '[a *b*](c%20d/é{|}%2f "e \'f\'") [g](<h>) [i]() [j][k] [k] [l]\n\n[k]: m "n"',
  "https://a.example/?b='c' www.a.example a@b.example (https://a.example).",
  '![a *b* `c` [d](e)\n![f](g)  \nh](i%20j "k") ![](l) ![m][n]\n\n[n]: o',
  '[![a](b)](c) [a [b](c) d](e) [a https://b.example c](d)',
];

// What is read as HTML, because its HTML says more than its tokens do.
const AS_HTML = [
  'a <b>c</b>',
  '<p>a</p>\n\n- b',
  '`<` https://a.example',
  '<https://a.example>',
  'a[^1]\n\n[^1]: b',
  'a &amp; b &copy; &nope; &#x202e; &lt;b>',
  '[a](b?c=1&amp;d) [a](b?&\\#60;c)',
  'a\0b',
  '[a](\uD800)',
];

test('plain notes are read without their HTML being written first', () => {
  for (const notes of PLAIN.filter((each) => !each.includes('<'))) assert.ok(isDirect(notes), notes);
  for (const notes of AS_HTML) assert.ok(!isDirect(notes), notes);
});

for (const breaks of [false, true]) {
  test(`notes are the tree that browsers read from their HTML, ${breaks ? 'with' : 'without'} hard breaks`, () => {
    for (const notes of [...PLAIN, ...AS_HTML]) assertSame(notes, breaks);
  });

  test(`so are pieces of markdown in any order, ${breaks ? 'with' : 'without'} hard breaks`, () => {
    const blocks = [
      '\n',
      '\n\n',
      '    ',
      '- ',
      '  - ',
      '3. ',
      '> ',
      '# ',
      '---\n',
      '```\n',
      '| a |\n| - |\n',
      '|',
      '- [x] ',
    ];
    const inline = [
      '*',
      '**',
      '_',
      '~~',
      '`',
      '[',
      ']',
      '](b)',
      '![',
      '[r]',
      '\n[r]: c\n',
      'www.d.e',
      '\\',
      '!',
      '&',
      '"',
      'é',
    ];
    const piece = fc.constantFrom('a', ' ', 'f g', ...blocks, ...inline);
    const notes = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(notes, (each) => assertSame(each, breaks)),
      { numRuns: 2_000 },
    );
  });
}
