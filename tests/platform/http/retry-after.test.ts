import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAt } from '../../../src/platform/http/retry-after.ts';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const CENTURY_MS = 100 * 365 * 86_400_000;

for (const [what, headers, wait] of [
  ['nothing', {}, undefined],
  ['seconds', { 'retry-after': '5' }, 5000],
  ['seconds between spaces', { 'retry-after': ' 5 ' }, 5000],
  ['a fraction', { 'retry-after': '0.5' }, 500],
  ['no wait', { 'retry-after': '0' }, undefined],
  ['a negative number', { 'retry-after': '-1' }, undefined],
  ['a date of another form', { 'retry-after': '2099-01-01' }, undefined],
  ['text', { 'retry-after': 'soon' }, undefined],
  ['a bare year, which is seconds', { 'retry-after': '2027' }, 2_027_000],
  ['a huge number', { 'retry-after': '86400' }, 86_400_000],
  ['an absurd number', { 'retry-after': '9'.repeat(40) }, CENTURY_MS],
  ['an infinite number', { 'retry-after': '9'.repeat(400) }, CENTURY_MS],
  ['a date', { 'retry-after': 'Fri, 20 Nov 2026 10:00:30 GMT' }, 30_000],
  ['an obsolete date', { 'retry-after': 'Friday, 20-Nov-26 10:00:30 GMT' }, 30_000],
  ['a date that has passed', { 'retry-after': 'Fri, 20 Nov 2026 09:59:59 GMT' }, undefined],
  [
    'a date by the clock of the host',
    { 'retry-after': 'Fri, 20 Nov 2026 11:00:30 GMT', date: 'Fri, 20 Nov 2026 11:00:00 GMT' },
    30_000,
  ],
  [
    'a date beside a broken clock',
    { 'retry-after': 'Fri, 20 Nov 2026 10:00:30 GMT', date: 'yesterday' },
    30_000,
  ],
  ['a broken date', { 'retry-after': 'Fri, 99 Nov 2026 10:00:30 GMT' }, undefined],
  ['a Unix time', { 'x-retry-after': String(NOW / 1000 + 42) }, 42_000],
  ['a Unix time that has passed', { 'x-retry-after': String(NOW / 1000 - 1) }, undefined],
  ['a Unix time that is none', { 'x-retry-after': 'soon' }, undefined],
  [
    'both, of which one can be read',
    { 'retry-after': 'soon', 'x-retry-after': String(NOW / 1000 + 42) },
    42_000,
  ],
  ['both', { 'retry-after': '7', 'x-retry-after': String(NOW / 1000 + 42) }, 7000],
] as const) {
  test(`Retry-After: ${what}`, () => {
    const at = retryAt(new Headers({ ...headers }), NOW);
    assert.equal(at, wait === undefined ? undefined : NOW + wait);
  });
}
