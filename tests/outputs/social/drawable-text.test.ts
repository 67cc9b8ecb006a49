import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawableText, isTelling, keepsMost } from '../../../src/outputs/social/drawable-text.ts';
import { STUB } from './stub-typeface.ts';

describe('what can be drawn', () => {
  for (const [text, drawn] of [
    ['plain text', 'plain text'],
    ['  two\n lines\t', 'two lines'],
    ['微信支付 SDK', '… SDK'],
    ['的 官 方 Java 开发库', '… Java …'],
    ['🚀 Fast 👩‍👩‍👧 builds 🇻🇳', 'Fast builds'],
    ['e\u0301', 'é'],
    ['Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉A̴̵̜̰͔ͫ', 'ZA'],
    ['Việt Łódź', 'Viet …odz'],
    ['safe\u202Eevil\u0000\u200B', 'safeevil'],
    ['lone \ud800 surrogate', 'lone surrogate'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['مكتبة', '…'],
    ['', ''],
  ] as const) {
    test(`of ${JSON.stringify(text)}`, () => assert.equal(drawableText(text, STUB.has), drawn));
  }
});

describe('whether it is worth showing', () => {
  test('is a matter of letters and digits', () => {
    assert.deepEqual(['a', '7', '…', '', '<>'].map(isTelling), [true, true, false, false, false]);
  });

  for (const [drawn, text, keeps] of [
    ['… SDK', '微信 SDK', true],
    ['… SDK', '微信支付 SDK', false],
    ['…', '…', false],
    ['', '', false],
  ] as const) {
    test(`“${drawn}” of “${text}”: ${keeps}`, () => assert.equal(keepsMost(drawn, text), keeps));
  }
});
