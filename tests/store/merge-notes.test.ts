import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../src/core/listing.ts';
import { notesHash } from '../../src/core/notes.ts';
import type { Release } from '../../src/core/release.ts';
import { newRelease } from '../../src/store/merge-release.ts';
import { aListing, aRelease, hoursLater, IMPORTED } from '../build-release.ts';
import { mergeOne } from './merge-one.ts';

function merge(held: Partial<Release>, listing: Partial<Listing>) {
  const rules = { at: hoursLater(1), isRolling: (tag: string) => tag === 'nightly' };
  return mergeOne(aRelease(held), aListing({ version: held.version ?? 'v1.0.0', ...listing }), rules);
}

/** What is held, what is said, and the changes that this makes. */
type Row = readonly [string, Partial<Release>, Partial<Listing>, readonly object[]];

const NOTES: readonly Row[] = [
  [
    'edited',
    { notes: ['old', 'text'], notesFrom: 'release' },
    { notes: 'new', notesFrom: 'release' },
    [{ kind: 'notes-edited', before: ['old', 'text'], after: notesHash('new') }],
  ],
  [
    'written late',
    { notesFrom: 'release' },
    { notes: 'new', notesFrom: 'release' },
    [{ kind: 'notes-edited', before: [], after: notesHash('new') }],
  ],
  [
    'emptied',
    { notes: ['old'], notesFrom: 'release' },
    { notes: '', notesFrom: 'release' },
    [{ kind: 'notes-edited', before: ['old'], after: notesHash('') }],
  ],
  [
    'edited, with CRLF',
    { notes: ['a'], notesFrom: 'release' },
    { notes: 'a\r\nb', notesFrom: 'release' },
    [{ kind: 'notes-edited', before: ['a'], after: notesHash('a\nb') }],
  ],
  ['the same with CRLF', { notes: ['a', 'b'], notesFrom: 'tag' }, { notes: 'a\r\nb', notesFrom: 'tag' }, []],
  ['never said before', {}, { notes: 'new', notesFrom: 'release' }, []],
  ['from a richer source', { notes: ['a'], notesFrom: 'feed' }, { notes: 'b', notesFrom: 'release' }, []],
  ['from a poorer source', { notes: ['a'], notesFrom: 'release' }, { notes: 'b', notesFrom: 'feed' }, []],
];

describe('notes', () => {
  for (const [name, held, said, changes] of NOTES) {
    test(`${name} (changes)`, () => assert.deepEqual(merge(held, said).changes, changes));
  }

  test('a poorer source never overwrites what a richer one wrote', () => {
    for (const notesFrom of ['feed', 'changelog', 'tag'] as const) {
      const { release } = merge({ notes: ['rich'], notesFrom: 'release' }, { notes: 'poor', notesFrom });
      assert.deepEqual([release.notes, release.notesFrom], [['rich'], 'release']);
    }
  });

  // What a richer source did not write, a poorer one says; what it says then, and where that stays without a text.
  const UNWRITTEN = [
    ['changelog', 'poor', ['poor'], 'changelog'],
    ['tag', 'poor', ['poor'], 'tag'],
    ['changelog', ' ', undefined, 'release'],
    ['feed', 'poor', undefined, 'release'],
  ] as const;
  for (const [notesFrom, notes, text, from] of UNWRITTEN) {
    test(`where a richer source wrote nothing, “${notes}” from a ${notesFrom} is ${text ?? 'nothing'}`, () => {
      const { release, changes } = merge({ notesFrom: 'release' }, { notes, notesFrom });
      assert.deepEqual([release.notes, release.notesFrom, changes], [text, from, []]);
    });
  }

  test('the silence of a richer source does not wipe what a poorer one wrote', () => {
    const held = { notes: ['poor'], notesFrom: 'changelog' } as const;
    const { release, changes } = merge({ ...held, notes: ['poor'] }, { notes: '\n', notesFrom: 'release' });
    assert.deepEqual([release.notes, release.notesFrom, changes], [['poor'], 'changelog', []]);
  });

  test('a richer source replaces what a poorer one wrote', () => {
    const { release } = merge(
      { notes: ['poor'], notesFrom: 'feed' },
      { notes: 'rich', notesFrom: 'changelog' },
    );
    assert.deepEqual([release.notes, release.notesFrom], [['rich'], 'changelog']);
  });

  test('an edit beyond the cap is seen by the hash of the whole', () => {
    const long = (end: string) => `${'line\n'.repeat(60_000)}${end}`;
    const { seenAt: _, ...held } = newRelease(aListing({ notes: long('a'), notesFrom: 'release' }), IMPORTED);
    const { release, changes } = merge(held, { notes: long('b'), notesFrom: 'release' });
    assert.deepEqual(release.notes, held.notes);
    assert.equal(release.notesCut, notesHash(long('b')));
    assert.deepEqual(
      changes.map(({ kind, after }) => [kind, after]),
      [['notes-edited', notesHash(long('b'))]],
    );
    assert.deepEqual(merge(held, { notes: long('a'), notesFrom: 'release' }).changes, []);
  });

  test('a cut goes when the notes get short', () => {
    const held = { notes: ['a'], notesCut: 'sha256:00', notesFrom: 'release' } as const;
    const { release } = merge({ ...held, notes: ['a'] }, { notes: 'short', notesFrom: 'release' });
    assert.deepEqual([release.notes, release.notesCut], [['short'], undefined]);
  });
});
