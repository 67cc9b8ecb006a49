import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makePairs } from './pairs.ts';

const GRAMMAR = {
  slots: [
    ['1', '2'],
    ['', '.0', '.1'],
    ['', '-rc'],
  ],
  real: ['1.2.3'],
};

describe('pairs of versions', () => {
  const pairs = makePairs(GRAMMAR, 2000);

  test('are the same every time', () => {
    assert.equal(pairs.length, 2000);
    assert.deepEqual(makePairs(GRAMMAR, 2000), pairs);
  });

  test('hold versions of the grammar and real ones, the same one twice, and mutations', () => {
    const texts = new Set(pairs.flat());
    for (const text of ['1', '2.0', '1.1-rc', '1.2.3']) assert.ok(texts.has(text), text);
    assert.ok(pairs.some(([a, b]) => a === b));
    assert.ok(texts.has('1.2.4') || texts.has('1.2.33'));
    assert.ok(texts.size > 300, `${texts.size} different texts`);
  });
});
