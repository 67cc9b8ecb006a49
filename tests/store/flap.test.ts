import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change, ChangeKind } from '../../src/core/change.ts';
import { notesHash } from '../../src/core/notes.ts';
import { toChange } from '../../src/store/classify.ts';
import { markFlaps } from '../../src/store/flap.ts';
import { hoursLater, PURL } from '../build-release.ts';

type Told = readonly [ChangeKind, Partial<Change>?];

const tell = ([kind, fields]: Told, hours: number): Change => ({
  ...toChange({ kind }, PURL, 'v1', hoursLater(hours)),
  ...fields,
});

/** What happened first, what happens then, and whether that undoes it. */
const PAIRS: readonly (readonly [Told, Told, boolean])[] = [
  [['yanked'], ['unyanked'], true],
  [['unyanked'], ['yanked'], true],
  [['deprecated'], ['undeprecated'], true],
  [['withdrawn'], ['restored'], true],
  [['restored'], ['withdrawn'], true],
  [['unreachable', { version: undefined }], ['reachable', { version: undefined }], true],
  [['asset-added', { subject: 'a' }], ['asset-removed', { subject: 'a' }], true],
  [['asset-added', { subject: 'a' }], ['asset-removed', { subject: 'b' }], false],
  [
    ['asset-replaced', { subject: 'a', before: '1', after: '2' }],
    ['asset-removed', { subject: 'a', before: '2' }],
    false,
  ],
  [
    ['asset-replaced', { subject: 'a', before: '1', after: '2' }],
    ['asset-replaced', { subject: 'a', before: '2', after: '1' }],
    true,
  ],
  [
    ['asset-replaced', { subject: 'a', before: '1', after: '2' }],
    ['asset-replaced', { subject: 'a', before: '2', after: '3' }],
    false,
  ],
  [['tag-moved', { before: 'a', after: 'b' }], ['tag-moved', { before: 'b', after: 'a' }], true],
  [['retitled', { before: 'a', after: 'b' }], ['retitled', { before: 'b', after: 'a' }], true],
  [['redated', { before: 'a', after: 'b' }], ['redated', { before: 'b', after: 'c' }], false],
  [
    ['notes-edited', { before: ['old', 'text'], after: notesHash('new') }],
    ['notes-edited', { before: ['new'], after: notesHash('old\ntext') }],
    true,
  ],
  [
    ['notes-edited', { before: ['old', 'text'], after: notesHash('new') }],
    ['notes-edited', { before: ['new'], after: notesHash('newer') }],
    false,
  ],
  [['yanked'], ['undeprecated'], false],
  [['yanked'], ['unyanked', { version: 'v2' }], false],
  [['yanked'], ['unyanked', { package: 'pkg:npm/other' }], false],
  [['published'], ['withdrawn'], false],
];

describe('a change undoes an earlier one', () => {
  for (const [first, then, expected] of PAIRS) {
    test(`${JSON.stringify(first)}, ${JSON.stringify(then)}: ${expected}`, () => {
      const change = tell(then, 168);
      const [marked] = markFlaps([change], [tell(first, 0)]);
      assert.deepEqual(marked, expected ? { ...change, flap: true } : change);
    });
  }

  test('for seven days, and no longer', () => {
    const change = tell(['unyanked'], 168.01);
    assert.deepEqual(markFlaps([change], [tell(['yanked'], 0)]), [change]);
  });

  test('also where the value was another one on the way', () => {
    const moves = [
      tell(['tag-moved', { before: 'a', after: 'b' }], 0),
      tell(['tag-moved', { before: 'b', after: 'c' }], 1),
    ];
    const [back] = markFlaps([tell(['tag-moved', { before: 'c', after: 'a' }], 2)], moves);
    assert.equal(back?.flap, true);
  });

  test('and is as grave as it would be without', () => {
    const [again] = markFlaps([tell(['withdrawn'], 2)], [tell(['restored'], 1)]);
    assert.deepEqual([again?.severity, again?.flap], ['alert', true]);
  });
});
