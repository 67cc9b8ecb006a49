import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readMeaning } from '../../../src/derive/meaning/read-meaning.ts';
import { countWork } from './count-work.ts';
import '../../arbitrary.ts';

// A block is joined up to 4 KiB, and its last line is at most as long again.
const BLOCK = 2 * 4_096 + 64;
const KIB = 1024;

const PIECES = [
  '[',
  '[a](',
  '![',
  '<a ',
  '<li>',
  '<h2>',
  '<blockquote>',
  '**a_',
  '`',
  '(#1 ',
  '> ',
  '<!--',
  '<!-- -->',
  'no break ',
  '&#',
  '#',
  '- ',
  '|',
  ': ',
  '@a ',
  'by @a ',
  'GHSA-',
  'drop a',
  'a.',
  ' ',
  'https://',
];

function workOf(piece: string, size: number, tail = ''): number {
  const notes = piece.repeat(Math.ceil(size / piece.length)) + tail;
  return countWork(() => readMeaning(notes), BLOCK).characters;
}

/** Whether a pattern goes on without an end: what may take quadratic time on a long text. */
function isEndless(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'c'));
}

describe('notes that want to keep a reader busy', () => {
  for (const piece of PIECES) {
    test(`a line of ${JSON.stringify(piece)}, four times as long, is four times the work`, () => {
      const [short, long] = [workOf(piece, 64 * KIB), workOf(piece, 256 * KIB)];
      assert.ok(long <= 4.2 * short + 100_000, `${short} and ${long} characters`);
    });
  }

  test('so are many lines', () => {
    for (const piece of PIECES) {
      const [short, long] = [workOf(`${piece}\n`, 32 * KIB, '-->'), workOf(`${piece}\n`, 128 * KIB, '-->')];
      assert.ok(long <= 4.2 * short + 100_000, `${piece}: ${short} and ${long} characters`);
    }
  });

  test('no pattern without an end is given more than a block', () => {
    const wide = new Set<string>();
    for (const piece of PIECES) {
      const notes = `${piece.repeat(64 * KIB)}\n<p>${piece.repeat(64 * KIB)}`;
      for (const source of countWork(() => readMeaning(notes), BLOCK).wide) wide.add(source);
    }
    assert.ok(wide.size > 0);
    assert.deepEqual([...wide].filter(isEndless), []);
  });

  test('any pieces of chance are read in work that grows as they do', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES, '\n', 'word '), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pieces, (some) => {
        const piece = some.join('');
        const [short, long] = [workOf(piece, 8 * KIB), workOf(piece, 32 * KIB)];
        assert.ok(long <= 4.4 * short + 100_000, `${short} and ${long} characters`);
      }),
      { numRuns: 40 },
    );
  });
});
