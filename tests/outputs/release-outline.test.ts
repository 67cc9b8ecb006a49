import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { outlineNotes } from '../../src/outputs/release-outline.ts';
import { DEFAULT_LIMITS } from '../../src/render/limits.ts';
import { renderNotes } from '../../src/render/render-notes.ts';

/** The outline in words: `Added #notes-added`, what is below it in brackets. */
function outlineOf(notes: string): string | undefined {
  return outlineNotes(notes)
    .outline?.markup.replace(/<h2.*?<\/h2>/, '')
    .replace(/<a href="(#[^"]*)">(.*?)<\/a>/g, '$2 $1')
    .replaceAll(' <ol>', ' [')
    .replaceAll('</ol></li>', ']</li>')
    .replaceAll('</li><li>', ', ')
    .replace(/<[^>]+>/g, '');
}

const idsIn = (notes: string) => [...notes.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

describe('the outline of notes', () => {
  for (const [notes, outline] of [
    [
      '<h3>Added</h3><p>x</p><h3>Fixed</h3><h3>Docs</h3>',
      'Added #notes-added, Fixed #notes-fixed, Docs #notes-docs',
    ],
    ['<h3>Changes</h3><h4>New</h4><h4>Old</h4>', 'Changes #notes-changes [New #notes-new, Old #notes-old]'],
    [
      '<h3>A</h3><h3>A</h3><h3>a!</h3><h3>A 2</h3>',
      'A #notes-a, A #notes-a--2, a! #notes-a--3, A 2 #notes-a-2',
    ],
    [
      '<h3>שלום</h3><h3>🚀</h3><h3>Ünïcode</h3>',
      'שלום #notes-part, 🚀 #notes-part--2, Ünïcode #notes-unicode',
    ],
    ['<h3></h3><h3> </h3><h3>A</h3><h3>B</h3><h3>C</h3>', 'A #notes-a, B #notes-b, C #notes-c'],
    ['<h3>A</h3><h5>below</h5><h3>B</h3><h3>C</h3>', 'A #notes-a, B #notes-b, C #notes-c'],
    ['<h4>First</h4><h3>A</h3><h3>B</h3>', 'First #notes-first, A #notes-a, B #notes-b'],
    ['<h3>A</h3><h3>B</h3>', undefined],
    ['<h3>A</h3><h3></h3><h3>B</h3>', undefined],
    ['<p>nothing</p>', undefined],
  ] as const) {
    test(notes, () => assert.equal(outlineOf(notes), outline));
  }

  test('marks the headings that it leads to, and changes nothing else', () => {
    const notes =
      '<h3 dir="rtl">A</h3><p>b</p><h4><a href="https://x.example/">C</a> &#x26; <code>d</code></h4><h3>E</h3>';
    const { notes: marked, outline } = outlineNotes(notes);
    assert.equal(
      marked,
      '<h3 id="notes-a" dir="rtl">A</h3><p>b</p><h4 id="notes-c-d"><a href="https://x.example/">C</a> &#x26; <code>d</code></h4><h3 id="notes-e">E</h3>',
    );
    assert.ok(outline?.markup.includes('<a href="#notes-c-d">C &#x26; d</a>'));
  });

  test('folds what is too much, and leaves out the second level of a long one', () => {
    const many = Array.from({ length: 20 }, (_, i) => `<h3>T${i}</h3><h4>s${i}</h4>`).join('');
    const { notes, outline } = outlineNotes(many);
    assert.match(outline?.markup ?? '', /T11<\/a><\/li><\/ol><details><summary>8 more<\/summary><ol><li>/);
    assert.ok(!outline?.markup.includes('s1<'));
    assert.equal(idsIn(notes).length, 40);
  });

  test('lies flat in one run where it has one level', () => {
    assert.match(
      outlineNotes('<h3>A</h3><h3>B</h3><h3>C</h3>').outline?.markup ?? '',
      /class="outline flat"/,
    );
    assert.match(outlineNotes('<h3>A</h3><h4>B</h4><h3>C</h3>').outline?.markup ?? '', /class="outline"/);
  });
});

// A tag in an attribute is text there; whoever takes it for one breaks out of the attribute.
const INSIDE = '<h3><img src=x onerror=alert(1)></h3>';
const HOSTILE = [
  `## A\n\n<a href="mailto:a@x.example?${INSIDE}">b</a>\n\n## B\n\n## C`,
  `<p title="${INSIDE}">a</p>\n\n## A\n\n## B\n\n## C`,
  `<p title='${INSIDE}${INSIDE}${INSIDE}'>a</p>`,
  `## [x](https://x.example/?a=${INSIDE} "${INSIDE}")\n\n## <b title="</h3>">b</b>\n\n## c > d < e "f"`,
  `<h2 title="a &quot; > <h3>x</h3>">A</h2>\n\n## <script>alert(1)</script>\n\n## B\n\n## "C"`,
  `\`${INSIDE}\`\n\n## ${INSIDE}\n\n## &lt;h3&gt;\n\n## \`<h3>\`\n\n## d`,
];

describe('hostile notes', () => {
  for (const markdown of HOSTILE) {
    test(`are the same with an outline, but for ids: ${JSON.stringify(markdown)}`, () => {
      const notes = renderNotes(markdown, {}, DEFAULT_LIMITS);
      const { notes: marked, outline } = outlineNotes(notes);
      assert.deepEqual(shapeOf(marked, true), shapeOf(notes, false));
      const markup = outline?.markup ?? '';
      assert.ok(!/<(?!\/?(?:nav|h2|ol|li|a|details|summary)[ >])/.test(markup), markup);
    });
  }

  test('are of a kind that would tell', () => {
    const naive = renderNotes(HOSTILE[1] ?? '', {}, DEFAULT_LIMITS).replaceAll('<h3>', '<h3 id="notes-a">');
    assert.notDeepEqual(
      shapeOf(naive, true),
      shapeOf(renderNotes(HOSTILE[1] ?? '', {}, DEFAULT_LIMITS), false),
    );
  });
});

/** A tree as a browser reads it, without places, and without the ids that an outline gives. */
function shapeOf(html: string, isMarked: boolean): unknown {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html);
  const isId = (key: string, value: unknown) =>
    isMarked && key === 'id' && String(value).startsWith('notes-');
  return JSON.parse(
    JSON.stringify(tree, (key, value) => (key === 'position' || isId(key, value) ? undefined : value)),
  );
}
