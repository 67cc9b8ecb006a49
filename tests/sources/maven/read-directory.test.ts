import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDirectory } from '../../../src/sources/maven/read-directory.ts';

const read = (page: string) => Object.fromEntries(readDirectory(page));

describe('a directory listing', () => {
  for (const [name, line, days] of [
    [
      'of Central',
      '<a href="1.0/" title="1.0/">1.0/</a>       2011-09-28 16:04         -',
      { '1.0': '2011-09-28T16:04:00Z' },
    ],
    [
      'of nginx',
      '<a href="1.0/">1.0/</a>       28-Sep-2011 16:04         -',
      { '1.0': '2011-09-28T16:04:00Z' },
    ],
    [
      'of Apache',
      '<td><a href="1.0/">1.0/</a></td><td align="right">2011-09-28 16:04  </td>',
      { '1.0': '2011-09-28T16:04:00Z' },
    ],
    [
      'of Apache, plain',
      '<img src="/icons/folder.gif"> <A HREF="1.0/">1.0/</A>  2011-09-28 16:04    -',
      { '1.0': '2011-09-28T16:04:00Z' },
    ],
    [
      'of Nexus',
      '<a href="https://h.example/m/1.0/">1.0/</a></td><td>Wed Sep 28 16:04:05 UTC 2011</td>',
      { '1.0': '2011-09-28T16:04:05Z' },
    ],
    ['with seconds', '<a href="1.0/">1.0/</a> 2011-09-28T16:04:05', { '1.0': '2011-09-28T16:04:05Z' }],
    [
      'with an encoded name',
      '<a href="1.0%2Bx/">1.0+x/</a> 2011-09-28 16:04',
      { '1.0+x': '2011-09-28T16:04:00Z' },
    ],
    ['without quotation marks', '<a href=1.0/>1.0/</a> 2011-09-28 16:04', { '1.0': '2011-09-28T16:04:00Z' }],
    ['with a file', '<a href="maven-metadata.xml">maven-metadata.xml</a> 2011-09-28 16:04', {}],
    ['without a date', '<a href="1.0/">1.0/</a> - -', {}],
    ['with a date that is none', '<a href="1.0/">1.0/</a> 2011-13-28 16:04', {}],
    ['with a date far behind', `<a href="1.0/">1.0/</a>${' '.repeat(500)}2011-09-28 16:04`, {}],
    ['with a date within the link alone', '<a href="1.0/" title="2011-09-28 16:04">1.0/</a>', {}],
    ['with a link that is not closed', '<a href="1.0/">1.0/ 2011-09-28 16:04', {}],
    ['with a broken name', '<a href="%E0%A4%A/">x</a> 2011-09-28 16:04', {}],
    ['without an address', '<a name="x">x</a> 2011-09-28 16:04', {}],
    ['of nothing', '', {}],
  ] as const) {
    test(name, () => assert.deepEqual(read(`<html><pre>${line}\n</pre></html>`), days));
  }

  test('of several folders: each has its own date', () => {
    const page = '<a href="../">../</a>\n<a href="1/">1/</a>  -\n<a href="2/">2/</a> 2011-09-28 16:04 -\n';
    assert.deepEqual(read(page), { 2: '2011-09-28T16:04:00Z' });
  });

  test('of a hostile host takes no time', () => {
    const page = `${'<a '.repeat(100_000)}${'<a href="'.repeat(50_000)}`;
    assert.deepEqual(read(page), {});
  });
});
