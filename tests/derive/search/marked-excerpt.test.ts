import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markedExcerpt } from '../../../src/derive/search/marked-excerpt.ts';

/** `… one [two] three …` */
function shown(text: string, places: readonly number[]): string {
  return markedExcerpt(text, places)
    .map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
    .join('');
}

const numbers = Array.from({ length: 100 }, (_, index) => `w${index}`).join(' ');
const range = (from: number, to: number) =>
  numbers
    .split(' ')
    .slice(from, to + 1)
    .join(' ');

const CASES: readonly (readonly [text: string, places: number[], expected: string])[] = [
  ['one two three', [1], 'one [two] three'],
  ['one two three', [2, 0, 2], '[one] two [three]'],
  ['one two three', [], 'one two three'],
  ['one two three', [7], 'one two three'],
  ['<b>one</b> <mark>two', [0, 1], '[<b>one</b>] [<mark>two]'],
  ['', [], ''],
  [numbers, [], `${range(0, 31)} …`],
  [numbers, [50], `… ${range(44, 49)} [w50] ${range(51, 75)} …`],
  [numbers, [99], `… ${range(93, 98)} [w99]`],
  // Three near each other say more than one that comes first.
  [numbers, [2, 60, 62, 64], `… ${range(54, 59)} [w60] w61 [w62] w63 [w64] ${range(65, 85)} …`],
];

for (const [text, places, expected] of CASES) {
  test(`${text.slice(0, 20)} at ${places}: ${expected.slice(0, 60)}`, () => {
    assert.equal(shown(text, places), expected);
  });
}
