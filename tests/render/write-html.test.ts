import assert from 'node:assert/strict';
import test from 'node:test';
import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { writeHtml } from '../../src/render/write-html.ts';

const element = (
  tagName: string,
  properties: Element['properties'],
  ...children: ElementContent[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const root = (...children: Root['children']): Root => ({ type: 'root', children });
const text = (value: string): ElementContent => ({ type: 'text', value });

const ODD = 'a&b<c>d"e\'f`g\0h\u00a0i\u{1f389}&amp;\n ';

const TREES: Readonly<Record<string, Root>> = {
  nothing: root(),
  text: root(text(ODD), element('p', {}, text(ODD), element('b', {}, text('x'))), text('')),
  values: root(element('p', { title: ODD, dir: 'rtl', lang: 'pt-BR' }), element('p', { title: '' })),
  classes: root(
    element('blockquote', { className: ['alert', 'alert-tip'] }),
    element('code', { className: [] }),
    element('code', { className: ['language-c++'] }),
  ),
  numbers: root(element('ol', { start: 3 }), element('td', { align: 'left', colSpan: 2, rowSpan: 0 })),
  cells: root(element('th', { scope: 'col', align: 'right' }), element('details', { open: true })),
  'without an end': root(
    element('br', {}),
    element('hr', {}),
    element('input', { checked: true, disabled: true, type: 'checkbox', ariaLabel: 'Completed task' }),
  ),
};

test('a tree is written as rehype-stringify writes it', () => {
  const stringify = unified().use(rehypeStringify);
  for (const [name, tree] of Object.entries(TREES))
    assert.equal(writeHtml(tree), stringify.stringify(tree), name);
});

test('links are marked as those of upstream', () => {
  assert.equal(
    writeHtml(root(element('a', { href: 'https://a.example/?b&c' }, text('d')))),
    '<a href="https://a.example/?b&#x26;c" rel="nofollow ugc noopener noreferrer">d</a>',
  );
});

test('what the sanitiser cannot have let through is refused', () => {
  assert.throws(
    () => writeHtml(root(element('p', { onClick: 'a' }))),
    new TypeError('an attribute onClick in a sanitised tree'),
  );
  for (const node of [{ type: 'comment', value: 'a' } as const, { type: 'doctype' } as const]) {
    assert.throws(() => writeHtml(root(node)), new TypeError(`a ${node.type} in a sanitised tree`));
  }
});
