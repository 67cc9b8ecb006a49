import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contentOf, isEmptyContent, itemsOf, Summary } from '../../src/core/summary.ts';

const item = (text: string) => ({ text, quote: `${text}!` });
const ORIGIN = { version: '1', notes: `sha256:${'a'.repeat(64)}`, model: 'm', prompt: 1 };
const CONTENT = {
  action: item('f'),
  fixes: [item('e')],
  features: [item('d')],
  security: [item('c')],
  breaking: [item('b')],
  headline: item('a'),
};

describe('a summary', () => {
  test('is told in a fixed order', () => {
    assert.deepEqual(
      itemsOf(CONTENT).map(([place, { text }]) => `${place} ${text}`),
      ['headline a', 'breaking b', 'security c', 'features d', 'fixes e', 'action f'],
    );
  });

  test('has content apart from what is known of it', () => {
    assert.deepEqual(contentOf({ ...ORIGIN, ...CONTENT }), CONTENT);
    assert.deepEqual(contentOf(Summary.parse(ORIGIN)), {});
  });

  test('may say nothing', () => {
    assert.deepEqual([isEmptyContent({}), isEmptyContent({ fixes: [item('a')] })], [true, false]);
    assert.ok(Summary.safeParse({ ...ORIGIN, dropped: 3 }).success);
  });

  for (const [what, wrong] of [
    ['a flag', { severity: 'critical' }],
    ['an item without a quotation', { fixes: [{ text: 'a' }] }],
    ['an empty list', { fixes: [] }],
    ['notes without a hash', { notes: 'abc' }],
    ['a count of none', { dropped: 0 }],
  ] as const) {
    test(`never has ${what}`, () => assert.equal(Summary.safeParse({ ...ORIGIN, ...wrong }).success, false));
  }
});
