import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sinceDay } from '../../../src/pipeline/import/since.ts';

test('the day from which on to fetch', () => {
  assert.equal(sinceDay(undefined, '2026-11-27T10:00:00Z'), '2025-11-27');
  assert.equal(sinceDay(undefined, '2028-02-29T10:00:00Z'), '2027-02-28');
  assert.equal(sinceDay('2020-01-01', '2026-11-27T10:00:00Z'), '2020-01-01');
  assert.throws(() => sinceDay('yesterday', '2026-11-27T10:00:00Z'), /is no day/);
});
