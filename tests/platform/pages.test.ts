import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Page, readAll } from '../../src/platform/pages.ts';

const FIRST = 'https://gitlab.com/api/releases?page=1';

/** Reads a list of pages, each of which knows the next one's address. */
function pagesOf(pages: Readonly<Record<string, Page<number>>>) {
  return async (url: string): Promise<Page<number>> => {
    const page = pages[url];
    assert.ok(page, `${url} was asked for`);
    return page;
  };
}

test('a list is read to its last page, in order', async () => {
  const readPage = pagesOf({
    [FIRST]: { items: [1, 2], next: '?page=2' },
    'https://gitlab.com/api/releases?page=2': { items: [], next: 'https://gitlab.com/api/releases?page=3' },
    'https://gitlab.com/api/releases?page=3': { items: [3], next: undefined },
  });
  assert.deepEqual(await readAll(FIRST, readPage), [1, 2, 3]);
  assert.deepEqual(await readAll(FIRST, async () => ({ items: [7] })), [7]);
});

for (const next of [
  'https://evil.org/api/releases?page=2',
  'http://gitlab.com/api/releases?page=2',
  'https://gitlab.com:8443/api/releases',
  '//evil.org/',
  'https://',
  'data:text/plain,x',
]) {
  test(`a next page at ${next} is refused`, async () => {
    const list = readAll(FIRST, pagesOf({ [FIRST]: { items: [1], next } }));
    await assert.rejects(list, {
      name: 'FormatError',
      message: 'gitlab.com: the next page is at another origin',
    });
  });
}

test('a page that was read is not read again', async () => {
  const toItself = readAll(FIRST, async () => ({ items: [1], next: FIRST }));
  await assert.rejects(toItself, { name: 'FormatError', message: /leads back to a page that was read/ });
  const circle = readAll(FIRST, async (url) => ({ items: [1], next: url === FIRST ? '?page=2' : '?page=1' }));
  await assert.rejects(circle, /leads back/);
});

test('200 pages are read, of more none', async () => {
  const listOf = (last: number) => async (url: string) => {
    const page = Number(new URL(url).searchParams.get('page'));
    return { items: [page], next: page < last ? `?page=${page + 1}` : undefined };
  };
  assert.equal((await readAll(FIRST, listOf(200))).length, 200);
  await assert.rejects(readAll(FIRST, listOf(201)), {
    name: 'FormatError',
    message: 'gitlab.com: more than 200 pages',
  });
  await assert.rejects(readAll(FIRST, listOf(3), 2), /more than 2 pages/);
});

test('a page that fails fails the list', async () => {
  await assert.rejects(
    readAll(FIRST, () => Promise.reject(new Error('gone'))),
    /gone/,
  );
});

test('a page of a hundred thousand items is none too many', async () => {
  const items = Array.from({ length: 200_000 }, (_, i) => i);
  assert.equal((await readAll(FIRST, async () => ({ items }))).length, 200_000);
});
