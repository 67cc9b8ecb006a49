import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing, Listings } from '../../src/core/listing.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { type Merged, mergeListings } from '../../src/store/merge.ts';
import { aReply, hoursLater, PURL } from '../build-release.ts';

function merge(held: PackageRecord | undefined, reply: Listings, hours: number, since?: string): Merged {
  return mergeListings(PURL, held, reply, { at: hoursLater(hours), since, isRolling: () => false });
}

function merged(...given: Parameters<typeof merge>): Extract<Merged, { status: 'merged' }> {
  const result = merge(...given);
  assert.ok(result.status === 'merged', JSON.stringify(result));
  return result;
}

/** `v1` to `v<count>`, a day apart from 2025-01-01 on. */
function listings(count: number): Listing[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse('2025-01-01') + index * 86_400_000);
    return { version: `v${index + 1}`, publishedAt: `${day.toISOString().slice(0, 19)}Z` };
  });
}

function holding(count: number): PackageRecord {
  return merged(undefined, aReply(listings(count)), 0).record;
}

function kinds({ changes }: Extract<Merged, { status: 'merged' }>): string[] {
  return changes.map(({ kind, version }) => `${kind} ${version}`);
}

function held(record: PackageRecord, version: string) {
  const { missingSince, withdrawnAt } = record.releases.find((one) => one.version === version) ?? {};
  return { missingSince, withdrawnAt };
}

const ALL = aReply(listings(5));
const WITHOUT_V5 = aReply(listings(4));

describe('a release that is no longer listed', () => {
  test('is missing, then withdrawn after 24 hours, then left alone', () => {
    const first = merged(holding(5), WITHOUT_V5, 1);
    assert.deepEqual(first.changes, []);
    assert.deepEqual(held(first.record, 'v5'), { missingSince: hoursLater(1), withdrawnAt: undefined });

    const tooSoon = merged(first.record, WITHOUT_V5, 24.9);
    assert.deepEqual([tooSoon.changes, tooSoon.record], [[], first.record]);

    const second = merged(tooSoon.record, WITHOUT_V5, 25);
    assert.deepEqual(kinds(second), ['withdrawn v5']);
    assert.equal(second.changes[0]?.severity, 'alert');
    assert.deepEqual(held(second.record, 'v5'), { missingSince: hoursLater(1), withdrawnAt: hoursLater(25) });

    const third = merged(second.record, WITHOUT_V5, 100);
    assert.deepEqual([third.changes, third.record], [[], second.record]);
  });

  test('may be what was malformed and dropped: then nothing is said of it', () => {
    const { record, changes } = merged(holding(5), { ...WITHOUT_V5, dropped: 1 }, 1);
    assert.deepEqual([changes, held(record, 'v5').missingSince], [[], undefined]);
  });

  test('is no longer asked for where a repository lists releases instead of its tags', () => {
    const tags = listings(30).map((listing) => ({ ...listing, notesFrom: 'tag' as const }));
    const record = merged(undefined, aReply(tags), 0).record;
    const release = { version: 'v31', notesFrom: 'release' as const };
    const result = merged(record, aReply([release]), 1);
    assert.deepEqual(kinds(result), ['published v31']);
    assert.deepEqual(held(result.record, 'v1').missingSince, undefined);
    const back = merged(result.record, aReply(tags), 100);
    assert.deepEqual([back.changes, held(back.record, 'v31').missingSince], [[], undefined]);
  });

  test('needs two complete listings, however late the first one is', () => {
    assert.deepEqual(merged(holding(5), WITHOUT_V5, 1000).changes, []);
  });

  test('is not missed by an incomplete listing', () => {
    const poor = aReply(listings(4).slice(3), { complete: false });
    const { record, changes } = merged(holding(5), poor, 1);
    assert.deepEqual([record, changes], [holding(5), []]);
    const missing = merged(holding(5), WITHOUT_V5, 1).record;
    assert.deepEqual(merged(missing, { ...WITHOUT_V5, complete: false }, 100).changes, []);
  });

  test('that comes back in time was never away', () => {
    const missing = merged(holding(5), WITHOUT_V5, 1).record;
    const { record, changes } = merged(missing, ALL, 30);
    assert.deepEqual([record, changes], [holding(5), []]);
  });

  test('is restored, not published, when it comes back late', () => {
    const missing = merged(holding(5), WITHOUT_V5, 1).record;
    const withdrawn = merged(missing, WITHOUT_V5, 30).record;
    const back = merged(withdrawn, ALL, 60);
    assert.deepEqual([back.record, kinds(back)], [holding(5), ['restored v5']]);
    assert.deepEqual(merged(back.record, ALL, 61).changes, []);
  });

  test('is not missed where it was not asked for', () => {
    const { record } = merged(holding(5), aReply(listings(5).slice(1)), 1, '2025-01-02T00:00:00Z');
    assert.deepEqual(held(record, 'v1'), { missingSince: undefined, withdrawnAt: undefined });
    const first = merged(holding(5), aReply(listings(5).slice(2)), 1, '2025-01-02T00:00:00Z').record;
    assert.equal(held(first, 'v2').missingSince, hoursLater(1), 'the first moment that was asked for');
    const undated = merged(undefined, aReply([{ version: 'a' }, { version: 'b' }]), 0).record;
    const next = merged(undated, aReply([{ version: 'a' }]), 1, '2025-01-02T00:00:00Z').record;
    assert.deepEqual(held(next, 'b'), { missingSince: hoursLater(1), withdrawnAt: undefined });
  });
});

describe('a tombstone of a release that we hold', () => {
  const gone: Listing = { version: 'v5', tombstone: true };

  test('is an absence, even in an incomplete listing', () => {
    const reply = aReply([...listings(4), gone], { complete: false });
    const first = merged(holding(5), reply, 1);
    assert.deepEqual(held(first.record, 'v5'), { missingSince: hoursLater(1), withdrawnAt: undefined });
    assert.deepEqual(kinds(merged(first.record, reply, 25)), ['withdrawn v5']);
  });

  test('changes nothing once it is withdrawn', () => {
    const first = merged(holding(5), WITHOUT_V5, 1).record;
    const withdrawn = merged(first, WITHOUT_V5, 30).record;
    const { record, changes } = merged(withdrawn, aReply([...listings(4), gone]), 60);
    assert.deepEqual([record, changes], [withdrawn, []]);
  });
});

/** Held, still listed, whether that can be believed. */
const SHRUNK: readonly (readonly [number, number, boolean])[] = [
  [3, 0, false],
  [3, 1, true],
  [4, 1, true],
  [5, 1, false],
  [15, 12, true],
  [15, 11, false],
  [16, 13, true],
  [20, 16, true],
  [20, 15, false],
  [100, 80, true],
  [100, 79, false],
];

describe('a listing that lost more than max(3, 20 %) of what we hold', () => {
  for (const [before, after, isBelieved] of SHRUNK) {
    test(`${before} → ${after}: ${isBelieved ? 'believed' : 'refused'}`, () => {
      const result = merge(holding(before), aReply(listings(after)), 1);
      assert.equal(result.status, isBelieved ? 'merged' : 'refused');
      if (result.status === 'refused') {
        assert.equal(result.kind, 'shrunk');
        assert.ok(result.reason.includes(`${before - after} of ${before}`), result.reason);
      }
    });
  }

  test('counts tombstones as lost', () => {
    const reply = aReply(listings(5).map(({ version }) => ({ version, tombstone: true as const })));
    assert.equal(merge(holding(5), reply, 1).status, 'refused');
  });

  test('is believed if it is incomplete, unless it is empty', () => {
    assert.equal(merge(holding(9), aReply(listings(1), { complete: false }), 1).status, 'merged');
    assert.equal(merge(holding(9), aReply([], { complete: false }), 1).status, 'refused');
  });

  test('does not count what was withdrawn, nor what was not asked for', () => {
    const { releases, ...rest } = holding(8);
    const withdrawn = { ...rest, releases: releases.map((one) => ({ ...one, withdrawnAt: hoursLater(0) })) };
    assert.equal(merge(withdrawn, aReply([]), 1).status, 'merged');
    assert.equal(merge(holding(8), aReply(listings(8).slice(6)), 1, '2025-01-07T00:00:00Z').status, 'merged');
  });
});
