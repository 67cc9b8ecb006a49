import assert from 'node:assert/strict';
import test from 'node:test';
import type { Element, ElementContent, Root } from 'hast';
import { checkSize } from '../../src/render/check-size.ts';

const box = (...children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children,
});
const root = (...children: ElementContent[]): Root => ({ type: 'root', children });

function nested(depth: number): Element {
  let element = box();
  for (let level = 1; level < depth; level += 1) element = box(element);
  return element;
}

test('nodes are counted on every level', () => {
  const tree = root(box(box(), { type: 'text', value: 'a' }), box(box()));
  checkSize(tree, { nodes: 6, depth: 10 });
  assert.throws(() => checkSize(tree, { nodes: 5, depth: 10 }), new RangeError('more than 5 nodes'));
});

test('the depth is that of the deepest element, and takes no stack to find', () => {
  checkSize(root(box(), nested(7)), { nodes: 100, depth: 7 });
  assert.throws(
    () => checkSize(root(nested(8), box()), { nodes: 100, depth: 7 }),
    /nested deeper than 7 elements/,
  );
  checkSize(root(nested(50_000)), { nodes: 100_000, depth: 50_000 });
});

test('it tells the names of all elements and attributes', () => {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: 'b', title: 'c' },
    children: [],
  };
  const names = checkSize(root(box(link), { type: 'text', value: 'em' }), { nodes: 10, depth: 10 });
  assert.deepEqual(names, new Set(['p', 'a', 'href', 'title']));
});
