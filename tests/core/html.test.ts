import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { html, trusted } from '../../src/core/html.ts';

const HOSTILE = `"><script>'&`;
const ESCAPED = '&quot;&gt;&lt;script&gt;&#39;&amp;';

describe('html', () => {
  for (const [name, markup, expected] of [
    ['a text', html`<b>${HOSTILE}</b>`, `<b>${ESCAPED}</b>`],
    ['a text in an attribute', html`<a title="${HOSTILE}">`, `<a title="${ESCAPED}">`],
    ['a text in a list', html`<i>${['a', HOSTILE]}</i>`, `<i>a${ESCAPED}</i>`],
    ['a text in a list of a list', html`${[[HOSTILE]]}`, ESCAPED],
    ['a text inside other html', html`<u>${html`<b>${HOSTILE}</b>`}</u>`, `<u><b>${ESCAPED}</b></u>`],
  ] as const) {
    test(`escapes ${name}`, () => assert.equal(markup.markup, expected));
  }

  test('escapes once, however deep', () => {
    const inner = html`${'&'}`;
    assert.equal(html`${[html`${inner}`]}`.markup, '&amp;');
  });

  test('writes numbers, zero among them, and keeps its literals as they are', () => {
    assert.equal(html`<td colspan="${2}">${0}</td>&amp;${''}!`.markup, '<td colspan="2">0</td>&amp;!');
  });

  test('writes nothing for what is not there', () => {
    assert.equal(html`[${undefined}${false}${[]}${[undefined, false]}]`.markup, '[]');
  });

  test('leaves what is vouched for', () => {
    assert.equal(html`<div>${trusted('<p>safe</p>')}</div>`.markup, '<div><p>safe</p></div>');
  });
});
