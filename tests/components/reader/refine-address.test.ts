import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NOTHING, type Refinement } from '../../../src/components/reader/refine.ts';
import { readRefinement, writeRefinement } from '../../../src/components/reader/refine-address.ts';

const PAIRS: readonly (readonly [address: string, Partial<Refinement>])[] = [
  ['', {}],
  ['?q=axios+1.2', { q: 'axios 1.2' }],
  ['?tag=infra&source=npm', { tag: 'infra', source: 'npm' }],
  [
    '?hide=pre&only=followed,breaking&step=major,minor',
    { hide: ['pre'], only: ['followed', 'breaking'], step: ['major', 'minor'] },
  ],
  ['?q=%3Cimg+src%3Dx%3E%26%22', { q: '<img src=x>&"' }],
];

describe('an address', () => {
  for (const [address, refinement] of PAIRS) {
    test(`${address || '(empty)'} is read and written`, () => {
      assert.deepEqual(readRefinement(address), { ...NOTHING, ...refinement });
      assert.equal(writeRefinement({ ...NOTHING, ...refinement }, ''), address);
    });
  }

  test('passes over what it does not know', () => {
    assert.deepEqual(readRefinement('?hide=all,pre&step=huge&only=&else=1'), { ...NOTHING, hide: ['pre'] });
  });

  test('has its choices in one order, however they were written', () => {
    assert.deepEqual(readRefinement('?step=minor,major,minor').step, ['major', 'minor']);
  });

  test('keeps what else it says, and loses what is no longer wanted', () => {
    assert.equal(writeRefinement(NOTHING, '?follow=a,b&q=x&step=major'), '?follow=a,b');
    assert.equal(writeRefinement({ ...NOTHING, tag: 'infra' }, '?follow=a&tag=old'), '?follow=a&tag=infra');
  });

  test('has no blanks around what is looked for', () => {
    assert.equal(writeRefinement({ ...NOTHING, q: ' a ' }, ''), '?q=a');
    assert.equal(writeRefinement({ ...NOTHING, q: '  ' }, '?q=x'), '');
  });

  test('of a text without end takes the beginning', () => {
    assert.equal(readRefinement(`?q=${'x'.repeat(9000)}`).q.length, 200);
  });
});
