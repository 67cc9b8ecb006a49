import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isSweepDay, sweepDay } from '../../src/core/sweep-day.ts';

describe('the day of the deep sweep', () => {
  // printf %s <purl> | sha256sum, the first eight digits modulo 30
  for (const [purl, day] of [
    ['pkg:npm/axios', 6],
    ['pkg:github/withastro/astro', 5],
    ['pkg:pypi/requests', 12],
    ['pkg:npm/%40octokit/graphql', 3],
  ] as const) {
    test(`of ${purl}`, () => assert.equal(sweepDay(purl), day));
  }

  for (const [at, isDue] of [
    ['1970-01-07T00:00:00Z', true],
    ['1970-01-07T23:59:59Z', true],
    ['1970-01-06T23:59:59Z', false],
    ['1970-01-08T00:00:00Z', false],
    ['1970-02-06T12:00:00Z', true],
  ] as const) {
    test(`pkg:npm/axios at ${at}: ${isDue}`, () => assert.equal(isSweepDay('pkg:npm/axios', at), isDue));
  }

  test('comes once in any 30 days', () => {
    const days = Array.from({ length: 30 }, (_, day) => new Date(Date.UTC(2026, 10, 20 + day, 9)));
    const due = days.filter((day) => isSweepDay('pkg:npm/tool', day.toISOString().replace('.000', '')));
    assert.equal(due.length, 1);
  });

  test('spreads packages evenly', () => {
    const counts = new Map<number, number>();
    for (let n = 0; n < 3000; n += 1) {
      const day = sweepDay(`pkg:npm/tool-${n}`);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    assert.equal(counts.size, 30);
    assert.ok(Math.max(...counts.values()) < 150, 'a hundred are expected');
  });
});
