import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { feedDate } from '../../../src/sources/feed/feed-date.ts';

describe('a date of a feed', () => {
  const cases: [string | undefined, string | undefined][] = [
    ['Sat, 07 Sep 2002 09:42:31 GMT', '2002-09-07T09:42:31Z'],
    ['Sat, 07 Sep 2002 9:42:31 UT', '2002-09-07T09:42:31Z'],
    ['07 Sep 2002 09:42:31 Z', '2002-09-07T09:42:31Z'],
    ['Sat, 7 Sep 2002 09:42 +0200', '2002-09-07T07:42:00Z'],
    ['Sat, 07 Sep 2002 09:42:31 -05:30', '2002-09-07T15:12:31Z'],
    ['Sat, 07 Sep 2002 09:42:31 PDT', '2002-09-07T16:42:31Z'],
    ['Sat, 07 Sep 2002 09:42:31 est', '2002-09-07T14:42:31Z'],
    ['Sat, 07 Sep 2002 09:42:31 CEST', '2002-09-07T07:42:31Z'],
    ['Sat, 07 Sep 2002 09:42:31 XYZ', '2002-09-07T09:42:31Z'],
    ['Sat, 07 Sep 2002 09:42:31', '2002-09-07T09:42:31Z'],
    ['Sat, 07 Sep 2002 09:42:31 +0000 (Coordinated Universal Time)', '2002-09-07T09:42:31Z'],
    ['Sa, 07 September 2002 09:42:31 GMT', '2002-09-07T09:42:31Z'],
    ['Сб, 07 Sep 2002 09:42:31 GMT', '2002-09-07T09:42:31Z'],
    ['Sat, 07 Sep 02 09:42:31 GMT', '2002-09-07T09:42:31Z'],
    ['Sat, 07 Sep 99 09:42:31 GMT', '1999-09-07T09:42:31Z'],
    ['07-Sep-2002 09:42:31', '2002-09-07T09:42:31Z'],
    ['07 Sep 2002', '2002-09-07T00:00:00Z'],
    ['  Sat, 07 Sep 2002 09:42:31 GMT\n', '2002-09-07T09:42:31Z'],
    ['2002-09-07T09:42:31Z', '2002-09-07T09:42:31Z'],
    ['2002-09-07T09:42:31.123456+02:00', '2002-09-07T07:42:31Z'],
    ['2002-09-07T09:42+0200', '2002-09-07T07:42:00Z'],
    ['2002-09-07 09:42:31', '2002-09-07T09:42:31Z'],
    ['2002-09-07', '2002-09-07T00:00:00Z'],
    ['Sat, 32 Sep 2002 09:42:31 GMT', undefined],
    ['Sat, 07 Foo 2002 09:42:31 GMT', undefined],
    ['Sat, 07 Sep 2002 25:42:31 GMT', undefined],
    ['07 Sep 1960', undefined],
    ['yesterday', undefined],
    ['1031391751', undefined],
    ['', undefined],
    [undefined, undefined],
    [`07 Sep 2002${' '.repeat(100_000)}x`, undefined],
  ];
  for (const [text, expected] of cases)
    test(String(text).slice(0, 70) || 'empty', () => assert.equal(feedDate(text), expected));
});
