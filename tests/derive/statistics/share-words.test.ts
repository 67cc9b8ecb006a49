import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { percentInWords, shareInWords } from '../../../src/derive/statistics/share-words.ts';

describe('a share in words', () => {
  for (const [part, whole, words] of [
    [0, 10, 'none'],
    [1, 1, 'all'],
    [99, 100, 'nearly all'],
    [1, 100, 'few'],
    [1, 2, 'half'],
    [1, 3, 'a third'],
    [30, 100, 'about a third'],
    [46, 100, 'about half'],
    [2, 3, 'two thirds'],
    [745, 1000, 'three quarters'],
    [7, 100, 'about a tenth'],
    [93, 100, 'about nine in ten'],
  ] as const) {
    test(`${part} of ${whole} is ${words}`, () => assert.equal(shareInWords(part, whole), words));
  }
});

describe('a share in percent', () => {
  for (const [part, whole, words] of [
    [0, 0, '–'],
    [0, 10, '0 %'],
    [1, 1000, '< 1 %'],
    [1, 3, '33 %'],
    [2, 3, '67 %'],
    [999, 1000, '99 %'],
    [10, 10, '100 %'],
  ] as const) {
    test(`${part} of ${whole} is ${words}`, () => assert.equal(percentInWords(part, whole), words));
  }
});
