import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextLink } from '../../src/platform/next-link.ts';

for (const [header, next] of [
  [undefined, undefined],
  [null, undefined],
  ['', undefined],
  ['<https://a.org/?page=2>; rel="next"', 'https://a.org/?page=2'],
  ['<https://a.org/?page=9>; rel="last", <https://a.org/?page=2>; rel="next"', 'https://a.org/?page=2'],
  ['<https://a.org/?page=1>; rel="prev"', undefined],
  ['<?page=2>;rel=next', '?page=2'],
  ['<?a=1,2;b>; title="x, <y>; rel=\\"next\\"" ; REL = "last Next"', '?a=1,2;b'],
  ['<?page=2>; title="rel=next"', undefined],
  ['<?page=2>; rel="nextish"', undefined],
  ['<?page=2>; rel="last"; title="; rel=next"', undefined],
  ['<>; rel=next', ''],
  ['?page=2; rel=next', undefined],
  ['<?page=2; rel=next', undefined],
  ['<?page=2>', undefined],
] as const) {
  test(`the next page by ${JSON.stringify(header)}`, () => assert.equal(nextLink(header), next));
}

test('of a hostile header only the beginning is read', () => {
  for (const piece of ['<', '<>;', '<>;"', '<>; rel="', '<>;\\', ' ;rel=']) {
    assert.equal(nextLink(`${piece.repeat(200_000)}", <?page=2>; rel=next`), undefined, piece);
  }
});
