import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { punchCard } from '../../../src/derive/charts/punch-card.ts';

function card(counts: Readonly<Record<number, number>>) {
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  hours[2] = Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0);
  return punchCard({ days: [0, 0, 9, 0, 0, 0, 0], hours, withoutHour: 0 });
}

describe('a punch card', () => {
  test('has a row a weekday, with its sum', () => {
    assert.deepEqual(card({}).rows.map(({ total, discs }) => [total, discs.length])[2], [9, 0]);
    assert.equal(card({}).rows.length, 7);
  });

  test('the area of a disc is its count', () => {
    const [small, large] = card({ 0: 25, 23: 100 }).rows[2]?.discs ?? [];
    assert.deepEqual([small?.radius, large?.radius], [2.75, 5.5]);
  });

  test('one that is next to nothing is still seen', () => {
    assert.equal(card({ 0: 1, 1: 10_000 }).rows[2]?.discs[0]?.radius, 1);
  });

  test('discs stand below the hours that are named', () => {
    const { rows, hours } = card({ 6: 1, 18: 1 });
    assert.deepEqual(
      rows[2]?.discs.map(({ x }) => x),
      [hours[1]?.x, hours[3]?.x],
    );
    assert.deepEqual(
      hours.map(({ hour }) => hour),
      ['00', '06', '12', '18'],
    );
  });
});
