import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changeId } from '../../src/core/change.ts';
import { groupChanges, isFlap } from '../../src/derive/group-changes.ts';
import { aChange, recut } from './build-change.ts';

const LATER = '2026-11-06T00:00:00Z';
const sizes = (...changes: Parameters<typeof groupChanges>) =>
  groupChanges(...changes).map((item) => item.changes.length);

describe('items of the ledger', () => {
  for (const [name, changes, expected] of [
    ['nothing', [], []],
    ['20 edits at once are 20 items', recut(20), Array(20).fill(1)],
    ['21 edits at once are one', recut(21), [21]],
    ['57 edits at once are one', recut(57), [57]],
    ['11 and 10 at two moments are 21', [...recut(11), ...recut(10, { at: LATER })], Array(21).fill(1)],
    [
      '11 and 10 of two packages are 21',
      [...recut(11), ...recut(10, { package: 'pkg:npm/b' })],
      Array(21).fill(1),
    ],
    ['two re-cuts are two', [...recut(21), ...recut(22, { at: LATER })], [21, 22]],
    [
      '25 of another kind are 25',
      recut(25).map((one) => ({ ...one, kind: 'retitled' as const })),
      Array(25).fill(1),
    ],
    [
      '3 imports at once are 3',
      ['a', 'b', 'c'].map((n) => aChange('imported', { package: `pkg:npm/${n}` })),
      [1, 1, 1],
    ],
    [
      '4 imports at once are one',
      ['a', 'b', 'c', 'd'].map((n) => aChange('imported', { package: `pkg:npm/${n}` })),
      [4],
    ],
  ] as const) {
    test(name, () => assert.deepEqual(sizes(changes), expected));
  }

  test('stand where the first of them stands, and keep the others', () => {
    const [first, ...rest] = recut(21);
    assert.ok(first !== undefined);
    const yank = aChange('yanked');
    const items = groupChanges([first, yank, ...rest]);
    assert.deepEqual(
      items.map((item) => item.first),
      [first, yank],
    );
    assert.deepEqual(items[0]?.changes, [first, ...rest]);
  });

  test('are oldest first, and of one moment as they were written', () => {
    const [a, b, c] = [aChange('yanked', { at: LATER }), aChange('deprecated'), aChange('retitled')];
    assert.deepEqual(
      groupChanges([a, b, c]).map(({ first }) => first),
      [b, c, a],
    );
  });

  test('are named by the id of their first change', () => {
    const changes = recut(21);
    const [item] = groupChanges(changes);
    assert.ok(item !== undefined && changes[0] !== undefined);
    assert.equal(item.id, changeId(changes[0]).slice(0, 16));
    assert.match(item.id, /^[0-9a-f]{16}$/);
  });
});

describe('an item is moved back', () => {
  for (const [name, changes, expected] of [
    ['if its change is', [aChange('yanked', { flap: true })], true],
    ['not if its change is not', [aChange('yanked')], false],
    ['if all of them are', recut(21, { flap: true }), true],
    ['not if one of them is not', [...recut(20, { flap: true }), ...recut(1)], false],
  ] as const) {
    test(name, () => assert.deepEqual(groupChanges(changes).map(isFlap), [expected]));
  }
});
