import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fitText, textWidth } from '../../../src/derive/badges/text-width.ts';

describe('the width of a text', () => {
  for (const [text, width] of [
    ['', 0],
    ['axios', 613 + 592 + 278 + 612 + 521],
    [' ~@', 318 + 838 + 1000],
    ['日本', 2000],
    ['…', 1000],
    ['é', 620],
    ['e\u0301', 615],
    ['É', 720],
    ['\u007f', 620],
  ] as const) {
    test(`of “${text}”`, () => assert.equal(textWidth(text), width));
  }
});

describe('a text that has to fit', () => {
  for (const [text, most, fits] of [
    ['1.2.3', 3000, '1.2.3'],
    ['1.2.3', textWidth('1.2.3'), '1.2.3'],
    ['1.2.3', textWidth('1.2.3') - 1, '1.…'],
    ['two words', textWidth('two …'), 'two…'],
    ['👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 6000, '👩‍👩‍👧‍👧…'],
    ['1.2.3', 0, '…'],
  ] as const) {
    test(`“${text}” in ${most}`, () => assert.equal(fitText(text, most), fits));
  }
});
