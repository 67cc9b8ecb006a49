import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showUrl } from '../../../src/platform/http/show-url.ts';

for (const [url, shown] of [
  ['https://pypi.org/simple/x/', 'https://pypi.org/simple/x/'],
  ['https://me:hunter2@pypi.org:444/x', 'https://pypi.org:444/x'],
  ['https://pypi.org/x?sig=hunter2&page=2#hunter2', 'https://pypi.org/x?…'],
  ['https://pypi.org/x#access_token=hunter2', 'https://pypi.org/x'],
  ['https://pypi.org/\u001b[31m', 'https://pypi.org/%1B[31m'],
  ['//me:hunter2@pypi.org', 'an address that is none'],
  ['data:text/plain,hunter2', 'an address that is none'],
  ['', 'an address that is none'],
  [`https://pypi.org/${'a'.repeat(300)}?b`, `https://pypi.org/${'a'.repeat(183)}…?…`],
] as const) {
  test(`${JSON.stringify(url.slice(0, 50))} is shown without what may be secret`, () => {
    assert.equal(showUrl(url), shown);
    if (URL.canParse(url)) assert.equal(showUrl(new URL(url)), shown);
  });
}
