import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../src/core/change.ts';
import { notesHash } from '../../src/core/notes.ts';
import type { Release } from '../../src/core/release.ts';
import { laterNotes } from '../../src/derive/later-notes.ts';
import { aChange } from './build-change.ts';

const TEXTS = [['one'], ['two', ''], ['three', '- x']];
const hash = (lines: readonly string[] = []) => notesHash(lines.join('\n'));
const edit = (from: number, to: string, day: number): Change =>
  aChange('notes-edited', { at: `2026-11-0${day}T00:00:00Z`, before: TEXTS[from] ?? [], after: to });

describe('the text that an edit left', () => {
  const first = edit(0, hash(TEXTS[1]), 1);
  const second = edit(1, hash(TEXTS[2]), 2);
  const both = [first, aChange('yanked'), second];
  const emptied = edit(1, hash([]), 2);
  const cut = edit(1, 'sha256:whole', 2);
  for (const [name, change, changes, release, expected] of [
    ['is what the release has now', second, both, { notes: TEXTS[2] }, TEXTS[2]],
    ['is what the next edit replaced', first, both, { notes: TEXTS[2] }, TEXTS[1]],
    ['is known without the release too', first, both, undefined, TEXTS[1]],
    ['is not held if the notes went another way', second, both, { notes: ['other'] }, undefined],
    [
      'is not held if the next edit replaced another one',
      { ...first, after: 'sha256:x' },
      both,
      undefined,
      undefined,
    ],
    ['may be nothing', emptied, [emptied], {}, []],
    ['is not taken for nothing where no release is held', emptied, [emptied], undefined, undefined],
    [
      'is known by the hash of the whole, if it was cut',
      cut,
      [cut],
      { notes: ['wh'], notesCut: 'sha256:whole' },
      ['wh'],
    ],
    [
      'is not the cut text of another whole',
      second,
      both,
      { notes: TEXTS[2], notesCut: 'sha256:x' },
      undefined,
    ],
  ] satisfies [string, Change, Change[], Partial<Release> | undefined, string[] | undefined][]) {
    test(name, () => assert.deepEqual(laterNotes(change, changes, release), expected));
  }
});
