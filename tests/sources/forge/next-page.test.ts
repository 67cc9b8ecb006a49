import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextPage, readTotal } from '../../../src/sources/forge/next-page.ts';

const URL_ASKED = 'https://forge.example/git/api/list?limit=2&page=2';
const NEXT = 'https://forge.example/git/api/list?limit=2&page=3';

for (const [name, headers, items, before, next] of [
  ['a link', { link: `<${NEXT}>; rel="next"` }, 2, 2, NEXT],
  ['a relative link', { link: '<?limit=2&page=3>; rel="next"' }, 2, 2, NEXT],
  [
    'a link to another host, path and user',
    { link: '<http://a:b@evil.example:81/x?limit=2&page=3#y>; rel="next"' },
    2,
    2,
    NEXT,
  ],
  ['a link that goes before the total', { link: `<${NEXT}>; rel="next"`, 'x-total': '4' }, 2, 2, NEXT],
  ['links, but none to a next page', { link: `<${NEXT}>; rel="first"`, 'x-total': '9' }, 2, 2, undefined],
  ['a link without a query', { link: '</x>; rel="next"' }, 2, 2, 'https://forge.example/git/api/list'],
  ['a link to what is no address', { link: '<http://[>; rel="next"' }, 2, 2, 'http://['],
  ['an empty link, and a total', { link: '', 'x-total': '5' }, 2, 2, NEXT],
  ['a total that is not reached', { 'x-total': '5' }, 2, 2, NEXT],
  ['a total that is reached', { 'x-total': '4' }, 2, 2, undefined],
  ['a total that is passed', { 'x-total': '3' }, 2, 2, undefined],
  ['a total that is not reached by an empty page', { 'x-total': '5' }, 0, 2, undefined],
  ['a total that is none', { 'x-total': '-5' }, 2, 2, NEXT],
  ['nothing, after a page with items', {}, 1, 2, NEXT],
  ['nothing, after an empty page', {}, 0, 2, undefined],
] as const) {
  test(`the next page by ${name}`, () => {
    const head = { status: 200, url: 'https://elsewhere.example/', headers: new Headers(headers) };
    assert.equal(nextPage({ url: URL_ASKED, head, items, before, totalHeader: 'x-total' }), next);
  });
}

test('the next page after an address without a number is the second', () => {
  const head = { status: 200, url: '', headers: new Headers() };
  const page = { url: 'https://forge.example/list', head, items: 1, before: 0, totalHeader: 'x-total' };
  assert.equal(nextPage(page), 'https://forge.example/list?page=2');
});

for (const [text, total] of [
  ['0', 0],
  ['23', 23],
  ['', undefined],
  ['1e3', undefined],
  ['9999999999', undefined],
] as const) {
  test(`a total of “${text}”`, () => {
    const head = { status: 200, url: '', headers: new Headers({ 'x-total': text }) };
    assert.equal(readTotal(head, 'x-total'), total);
    assert.equal(readTotal(head, 'x-count'), undefined);
  });
}
