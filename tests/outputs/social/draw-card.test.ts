import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XMLValidator } from 'fast-xml-parser';
import type { Card } from '../../../src/outputs/social/card.ts';
import { drawCard } from '../../../src/outputs/social/draw-card.ts';
import { openTypeface } from '../../../src/outputs/social/typeface.ts';
import { HOSTILE_TEXTS } from '../../feeds/hostile-texts.ts';

const serif = await openTypeface(
  'newsreader',
  ['newsreader-latin-standard-normal', 'newsreader-latin-ext-standard-normal'],
  { wght: 540, opsz: 72 },
);
const faces = { serif, sans: serif, wordmark: serif };

function cardOf(text: string): Card {
  return { names: [text], description: text, ships: [text] };
}

describe('the drawing of a card', () => {
  for (const text of [...HOSTILE_TEXTS, '<image href="https://evil.example/x.png"/>', 'url(#a)', '🚀', '']) {
    test(`of ${JSON.stringify(text.slice(0, 40))} is outlines, whatever the text is`, () => {
      const svg = drawCard(cardOf(text), faces);
      assert.equal(XMLValidator.validate(svg), true);
      const elements = new Set([...svg.matchAll(/<(\w+)/g)].map(([, name]) => name));
      assert.deepEqual(
        [...elements].filter((name) => !['svg', 'rect', 'g', 'path', 'circle'].includes(name ?? '')),
        [],
      );
      const attributes = new Set([...svg.matchAll(/ ([a-z-]+)="/g)].map(([, name]) => name));
      for (const name of ['href', 'style', 'class', 'filter', 'mask']) assert.ok(!attributes.has(name), name);
      assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /:|url|NaN|undefined/);
    });
  }

  test('shows what it is given', () => {
    const drawings = ['axios', 'astro', 'Łódź'].map((name) => drawCard(cardOf(name), faces));
    assert.equal(new Set(drawings).size, 3);
    assert.equal(drawCard(cardOf('axios'), faces), drawings[0]);
  });
});

describe('a typeface', () => {
  test('has the letters of all its files, and no others', () => {
    assert.deepEqual(['a', 'é', '…', 'Ł', '的', '\ud800'].map(serif.has), [
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    assert.throws(() => serif.widthOf('的', 10), /no font has “的”/);
  });

  test('measures what it draws, with kerning, in the size that is asked for', () => {
    const width = serif.widthOf('AV', 100);
    assert.ok(width < serif.widthOf('A', 100) + serif.widthOf('V', 100) - 1);
    assert.ok(Math.abs(serif.widthOf('AV', 200) - 2 * width) < 1e-6);
    assert.equal(serif.widthOf('aŁ', 100), serif.widthOf('a', 100) + serif.widthOf('Ł', 100));
  });

  test('sets letters one after the other on their baseline', () => {
    const { markup } = serif.draw('a Ł', { x: 10, y: 20, size: 100 });
    const places = [...markup.matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    assert.deepEqual(places, [
      [10, 20],
      [10 + serif.widthOf('a ', 100), 20],
    ]);
  });
});
