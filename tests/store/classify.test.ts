import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../src/core/listing.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import type { Release } from '../../src/core/release.ts';
import type { Upstream } from '../../src/core/upstream.ts';
import { type Merged, mergeListings } from '../../src/store/merge.ts';
import { aListing, aRecord, aRelease, aReply, hoursLater, PURL } from '../build-release.ts';
import { mergeOne } from './merge-one.ts';

const isRolling = (tag: string) => tag === 'nightly';

function merge(
  held: PackageRecord,
  listings: readonly Listing[],
  hours: number,
  upstream: Upstream = {},
): Merged {
  const rules = { at: hoursLater(hours), since: undefined, isRolling };
  return mergeListings(PURL, held, aReply(listings, { upstream }), rules);
}

const told = ({ changes }: Pick<Merged, 'changes'>) =>
  changes.map(({ kind, before, after }) => [kind, before, after]);

describe('a name that another project took over', () => {
  const ours = { id: 'R_1', name: 'acme/tool' };
  const theirs = { id: 'R_2', name: 'acme/tool' };
  const held = aRecord({ upstream: ours });

  test('is one alert, keeps what we hold, and is said once', () => {
    const taken = merge(held, [aListing({ version: 'v9' })], 1, theirs);
    assert.deepEqual([taken.status, told(taken)], ['refused', [['identity-changed', 'R_1', 'R_2']]]);
    assert.equal(taken.changes[0]?.severity, 'alert');
    assert.deepEqual(taken.record, { ...held, foreignId: 'R_2' });
    assert.deepEqual(told(merge(taken.record, [aListing()], 2, theirs)), []);
  });

  test('and another one after it, is another alert', () => {
    const taken = { ...held, foreignId: 'R_2' };
    const again = merge(taken, [aListing()], 2, { ...theirs, id: 'R_3' });
    assert.deepEqual(told(again), [['identity-changed', 'R_2', 'R_3']]);
  });

  test('is read when a person says so, and the alert is not repeated', () => {
    const rules = { at: hoursLater(2), since: undefined, isRolling, isAccepted: true };
    const reply = aReply([aListing()], { upstream: theirs });
    const taken = mergeListings(PURL, { ...held, foreignId: 'R_2' }, reply, rules);
    assert.deepEqual([taken.status, told(taken), taken.record.upstream], ['merged', [], theirs]);
    assert.equal(taken.record.foreignId, undefined);
    assert.deepEqual(told(mergeListings(PURL, held, reply, rules)), [['identity-changed', 'R_1', 'R_2']]);
  });

  test('and that is given back, is told, and read again', () => {
    const back = merge({ ...held, foreignId: 'R_2' }, [aListing(), aListing({ version: 'v2' })], 3, ours);
    assert.deepEqual(told(back), [
      ['identity-changed', 'R_2', 'R_1'],
      ['published', undefined, undefined],
    ]);
    assert.equal(back.record.foreignId, undefined);
  });
});

describe('a listing that lost many releases', () => {
  const versions = Array.from({ length: 10 }, (_, index) => `v${index}`);
  const all = versions.map((version) => aListing({ version }));
  const held = aRecord({ releases: versions.map((version) => aRelease({ version })) });

  test('is said once in thirty days, however often it comes back', () => {
    let record: PackageRecord = held;
    const notices: number[] = [];
    for (let day = 0; day < 59; day += 1) {
      const merged = merge(record, day % 2 === 0 ? all.slice(0, 6) : all, 24 * day);
      if (merged.changes.some(({ kind }) => kind === 'quarantined')) notices.push(day);
      assert.ok(merged.changes.every(({ severity }) => severity !== 'alert'));
      record = merged.record;
    }
    assert.deepEqual(notices, [0, 32], 'whole again on day 31, when the thirty days were over');
    assert.ok(record.releases.every((release) => release.missingSince === undefined));
  });

  test('and stays like that, is said once and for all', () => {
    const { quarantinedAt } = merge({ ...held, quarantinedAt: hoursLater(0) }, all.slice(0, 6), 5000).record;
    assert.equal(quarantinedAt, hoursLater(0));
  });

  test('is believed when a person says so, a day after it was first seen', () => {
    const rules = (hours: number) => ({
      at: hoursLater(hours),
      since: undefined,
      isRolling,
      isAccepted: true,
    });
    const quarantined = { ...held, quarantinedAt: hoursLater(1) };
    const accept = (hours: number, record: PackageRecord = quarantined, listings = all.slice(0, 6)) =>
      mergeListings(PURL, record, aReply(listings), rules(hours));
    assert.equal(accept(0, held).status, 'refused', 'it was never seen before');
    assert.equal(accept(24).status, 'refused');
    const accepted = accept(25);
    assert.deepEqual(
      accepted.changes.map(({ kind, version }) => [kind, version]),
      ['v6', 'v7', 'v8', 'v9'].map((version) => ['withdrawn', version]),
    );
    const { releases, quarantinedAt } = accepted.record;
    assert.equal(quarantinedAt, undefined);
    assert.deepEqual(
      releases.filter(({ withdrawnAt }) => withdrawnAt).map(({ missingSince }) => missingSince),
      Array.from({ length: 4 }, () => hoursLater(1)),
    );
    assert.equal(releases.length, 10, 'nothing is deleted');
    assert.deepEqual(accept(25, quarantined, []).changes.length, 10);
  });

  test('is no quarantine where it never tells everything', () => {
    const rules = { at: hoursLater(1), since: undefined, isRolling };
    const merged = mergeListings(PURL, held, aReply([], { complete: false }), rules);
    assert.deepEqual([merged.status, merged.record, merged.changes], ['refused', held, []]);
  });
});

/** What is held, what is said, how many hours after the publication, and the kinds of change. */
const FIRST_DAY: readonly (readonly [string, Partial<Release>, Partial<Listing>, number, string[]])[] = [
  ['notes fill a blank', {}, { notes: 'n' }, 23, []],
  ['notes fill a placeholder', { notes: ['TBD'] }, { notes: 'n' }, 23, []],
  ['notes fill a blank after a day', {}, { notes: 'n' }, 24, ['notes-edited']],
  ['notes that said something are edited', { notes: ['a'] }, { notes: 'n' }, 1, ['notes-edited']],
  ['notes are wiped', { notes: ['a'] }, { notes: '' }, 1, ['notes-edited']],
  ['a file is replaced', { assets: [{ name: 'a', size: 1 }] }, { assets: [{ name: 'a', size: 2 }] }, 23, []],
  [
    'a file is replaced after a day',
    { assets: [{ name: 'a', size: 1 }] },
    { assets: [{ name: 'a', size: 2 }] },
    24,
    ['asset-replaced'],
  ],
  ['a title', { title: 'a' }, { title: 'b' }, 1, ['retitled']],
];

describe('on the first day', () => {
  for (const [title, held, said, hours, kinds] of FIRST_DAY) {
    test(`${title}: ${kinds.join() || 'nothing'}`, () => {
      const published = { publishedAt: hoursLater(0), seenAt: hoursLater(0), notesFrom: 'release' } as const;
      const listing = aListing({ publishedAt: hoursLater(0), notesFrom: 'release', ...said });
      const { changes } = mergeOne(aRelease({ ...published, ...held }), listing, {
        at: hoursLater(hours),
        isRolling,
      });
      assert.deepEqual(
        changes.map(({ kind }) => kind),
        kinds,
      );
    });
  }
});

describe('a date that cannot be', () => {
  for (const publishedAt of ['2099-01-01T00:00:00Z', undefined]) {
    test(`does not keep a release from settling: ${publishedAt}`, () => {
      const held = aRelease({ publishedAt, commit: 'a'.repeat(40) });
      const listing: Listing = {
        version: held.version,
        commit: 'b'.repeat(40),
        ...(publishedAt && { publishedAt }),
      };
      const kinds = (hours: number) =>
        mergeOne(held, listing, { at: hoursLater(hours), isRolling }).changes.map(({ kind }) => kind);
      assert.deepEqual([kinds(23), kinds(24)], [[], ['tag-moved']]);
    });
  }
});

describe('a rolling release', () => {
  test('is meant to move: neither its notes, nor its date, title, tag and files are news', () => {
    const held = aRelease({
      version: 'nightly',
      title: 'a',
      commit: 'a'.repeat(40),
      assets: [{ name: 'a', size: 1 }],
      notes: ['a'],
      notesFrom: 'release',
    });
    const listing = aListing({
      version: 'nightly',
      publishedAt: '2026-10-01T00:00:00Z',
      title: 'b',
      commit: 'b'.repeat(40),
      assets: [{ name: 'b', size: 1 }],
      notes: 'b',
      notesFrom: 'release',
    });
    const { release, changes } = mergeOne(held, listing, { at: hoursLater(1), isRolling });
    assert.deepEqual(changes, []);
    assert.deepEqual([release.title, release.notes], ['b', ['b']], 'but it is held as it is');
  });

  test('may be withdrawn', () => {
    const held = aRelease({ version: 'nightly', missingSince: hoursLater(0) });
    const { changes } = merge(aRecord({ releases: [held, aRelease()] }), [aListing()], 24);
    assert.deepEqual(
      changes.map(({ kind, version }) => [kind, version]),
      [['withdrawn', 'nightly']],
    );
  });
});
