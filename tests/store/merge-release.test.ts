import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../src/core/listing.ts';
import type { Release } from '../../src/core/release.ts';
import { toChange } from '../../src/store/classify.ts';
import { newRelease } from '../../src/store/merge-release.ts';
import { aListing, aRelease, hoursLater, IMPORTED, PURL } from '../build-release.ts';
import { mergeOne } from './merge-one.ts';

const AT = hoursLater(1);

function merge(held: Partial<Release>, listing: Partial<Listing>, at = AT) {
  const rules = { at, isRolling: (tag: string) => tag === 'nightly' };
  return mergeOne(aRelease(held), aListing({ version: held.version ?? 'v1.0.0', ...listing }), rules);
}

/** What is held, what is said, and the changes that this makes. */
type Row = readonly [string, Partial<Release>, Partial<Listing>, readonly object[]];

const OLD = 'a'.repeat(40);
const NEW = 'b'.repeat(40);
const YOUNG = hoursLater(-22);

const CHANGES: readonly Row[] = [
  ['nothing said', { title: 'T', yanked: 'y', notes: ['n'], notesFrom: 'release' }, {}, []],
  ['promoted', { prerelease: true }, { prerelease: false }, [{ kind: 'promoted' }]],
  ['still a pre-release', { prerelease: true }, { prerelease: true }, []],
  ['pre-release not said', { prerelease: true }, {}, []],
  ['made a pre-release later', {}, { prerelease: true }, []],
  [
    'redated',
    {},
    { publishedAt: '2026-09-02T12:00:00Z' },
    [{ kind: 'redated', before: '2026-09-01T12:00:00Z', after: '2026-09-02T12:00:00Z' }],
  ],
  ['dated by the feed', {}, { publishedAt: '2026-09-02T12:00:00Z', notesFrom: 'feed' }, []],
  [
    'no longer dated by the feed',
    { notesFrom: 'feed' },
    { publishedAt: '2026-09-02T12:00:00Z', notesFrom: 'release' },
    [],
  ],
  [
    'a tag became a release, with a date of its own',
    { notesFrom: 'tag' },
    { publishedAt: '2026-09-02T12:00:00Z', notes: 'n', notesFrom: 'release' },
    [],
  ],
  [
    'a tag became a release that keeps the message of the tag',
    { notes: ['m'], notesFrom: 'tag' },
    { id: 'RE_1', publishedAt: '2026-09-02T12:00:00Z', notes: '', notesFrom: 'release' },
    [],
  ],
  [
    'a tag became a release that has nothing but a title',
    { notesFrom: 'tag' },
    { title: 'T', publishedAt: '2026-09-02T12:00:00Z', notesFrom: 'release' },
    [],
  ],
  [
    'a release of which its tag is left',
    { notesFrom: 'release' },
    { publishedAt: '2026-09-02T12:00:00Z', notesFrom: 'tag' },
    [],
  ],
  [
    'a tag redated',
    { notesFrom: 'tag' },
    { publishedAt: '2026-09-02T12:00:00Z', notesFrom: 'tag' },
    [{ kind: 'redated', before: '2026-09-01T12:00:00Z', after: '2026-09-02T12:00:00Z' }],
  ],
  ['retitled', { title: 'A' }, { title: 'B' }, [{ kind: 'retitled', before: 'A', after: 'B' }]],
  ['title cleared', { title: 'A' }, { title: '' }, [{ kind: 'retitled', before: 'A', after: '' }]],
  ['first title', {}, { title: 'B' }, []],
  ['yanked', {}, { yanked: 'broken' }, [{ kind: 'yanked', after: 'broken' }]],
  ['yanked for another reason', { yanked: 'a' }, { yanked: 'b' }, []],
  ['unyanked', { yanked: 'a' }, { yanked: false }, [{ kind: 'unyanked', before: 'a' }]],
  ['never yanked', {}, { yanked: false }, []],
  ['yanked by an empty text', {}, { yanked: '' }, []],
  ['deprecated', {}, { deprecated: 'use 8' }, [{ kind: 'deprecated', after: 'use 8' }]],
  ['undeprecated', { deprecated: 'x' }, { deprecated: false }, [{ kind: 'undeprecated', before: 'x' }]],
  [
    'undeprecated by an empty text',
    { deprecated: 'x' },
    { deprecated: '' },
    [{ kind: 'undeprecated', before: 'x' }],
  ],
  ['restored', { missingSince: AT, withdrawnAt: AT }, {}, [{ kind: 'restored' }]],
  ['missing and back', { missingSince: AT }, {}, []],
  [
    'tag moved',
    { commit: OLD },
    { commit: NEW },
    [{ kind: 'tag-moved', subject: 'v1.0.0', before: OLD, after: NEW }],
  ],
  ['tag stays', { commit: OLD }, { commit: OLD }, []],
  ['first commit', {}, { commit: NEW }, []],
  ['rolling tag', { version: 'nightly', commit: OLD }, { commit: NEW }, []],
  ['tag of the first day', { publishedAt: YOUNG, commit: OLD }, { publishedAt: YOUNG, commit: NEW }, []],
  [
    'tag after a day, by what we saw',
    { publishedAt: undefined, seenAt: hoursLater(-23), commit: OLD },
    { commit: NEW },
    [{ kind: 'tag-moved', subject: 'v1.0.0', before: OLD, after: NEW }],
  ],
];

describe('what is said of a release that we hold makes changes', () => {
  for (const [name, held, said, changes] of CHANGES) {
    test(name, () => assert.deepEqual(merge(held, said).changes, changes));
  }
});

const FULL: Release = {
  ...aRelease(),
  commit: OLD,
  prerelease: true,
  yanked: 'y',
  deprecated: 'd',
  immutable: true,
  url: 'https://example.com/',
  title: 'T',
  author: 'A',
  assets: [{ name: 'a' }],
  notes: ['n'],
  notesCut: 'sha256:00',
  notesFrom: 'release',
};

describe('the release afterwards', () => {
  test('keeps what is not said', () => {
    assert.deepEqual(merge(FULL, {}).release, FULL);
  });

  test('loses what is said to be false or empty', () => {
    const { release } = merge(FULL, {
      prerelease: false,
      yanked: false,
      deprecated: '',
      immutable: false,
      title: '',
      author: '',
      assets: [],
      notes: '',
      notesFrom: 'release',
    });
    assert.deepEqual(release, {
      ...aRelease(),
      commit: OLD,
      url: 'https://example.com/',
      notesFrom: 'release',
    });
  });

  test('takes what is said, and keeps when it was first seen', () => {
    const said = { commit: NEW, title: 'U', author: 'B', prerelease: true, immutable: true };
    const { release } = merge(
      { ...aRelease(), commit: OLD },
      { ...said, assets: [{ name: 'b' }, { name: 'a' }] },
    );
    const assets = [{ name: 'a' }, { name: 'b' }];
    assert.deepEqual(release, { ...aRelease(), ...said, assets });
    assert.equal(release.seenAt, IMPORTED);
  });

  test('has neither missingSince nor withdrawnAt when it is listed', () => {
    assert.deepEqual(merge({ missingSince: AT, withdrawnAt: AT }, {}).release, aRelease());
  });

  test('holds the moved tag of a rolling release, silently', () => {
    assert.equal(merge({ version: 'nightly', commit: OLD }, { commit: NEW }).release.commit, NEW);
  });
});

describe('a release seen for the first time', () => {
  test('holds what is said, without what is empty', () => {
    const empty = {
      prerelease: false,
      yanked: false,
      deprecated: '',
      immutable: false,
      title: '',
      author: '',
    } as const;
    const listing = aListing({
      ...empty,
      assets: [],
      notes: '',
      notesFrom: 'release',
      id: '7',
      tombstone: true,
    });
    assert.deepEqual(newRelease(listing, IMPORTED), { ...aRelease(), id: '7', notesFrom: 'release' });
  });
});

describe('a change out of its detail', () => {
  test('is complete, graded, and without empty keys', () => {
    assert.deepEqual(
      toChange({ kind: 'tag-moved', subject: 'v1', before: OLD, after: NEW }, PURL, 'v1', AT),
      {
        at: AT,
        kind: 'tag-moved',
        package: PURL,
        version: 'v1',
        subject: 'v1',
        severity: 'alert',
        before: OLD,
        after: NEW,
      },
    );
    const bare = { at: AT, kind: 'imported', package: PURL, severity: 'info' };
    assert.deepEqual(
      Object.entries(toChange({ kind: 'imported' }, PURL, undefined, AT)),
      Object.entries(bare),
    );
  });
});

describe('the date of a release', () => {
  const edited = '2026-09-02T12:00:00Z';
  test('stays when only the feed says another: that is its last edit', () => {
    const { release } = merge({ notesFrom: 'release' }, { publishedAt: edited, notesFrom: 'feed' });
    assert.equal(release.publishedAt, '2026-09-01T12:00:00Z');
  });

  test('stays when its tag alone is left; a tag has none of its own once it is a release', () => {
    const left = merge({ notesFrom: 'release' }, { publishedAt: edited, notesFrom: 'tag' });
    assert.equal(left.release.publishedAt, '2026-09-01T12:00:00Z');
    const made = merge({ notesFrom: 'tag' }, { publishedAt: edited, notesFrom: 'release' });
    assert.equal(made.release.publishedAt, edited);
  });

  test('that the feed gave is replaced by that of the release', () => {
    const { release } = merge({ notesFrom: 'feed' }, { publishedAt: edited, notesFrom: 'release' });
    assert.equal(release.publishedAt, edited);
  });
});
