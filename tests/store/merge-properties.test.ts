import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Change } from '../../src/core/change.ts';
import type { Listings } from '../../src/core/listing.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { layOut, WHOLE } from '../../src/store/layout.ts';
import { mergeListings } from '../../src/store/merge.ts';
import { anyListing } from '../arbitrary.ts';
import { aReply, hoursLater, PURL } from '../build-release.ts';

interface Look {
  readonly reply: Listings;
  /** Hours since the look before it. */
  readonly wait: number;
}

const anyReply = fc
  .record({ releases: fc.array(anyListing, { maxLength: 6 }), complete: fc.boolean() })
  .map(({ releases, complete }) => aReply(releases, { complete }));

const anyLooks: fc.Arbitrary<Look[]> = fc.array(
  fc.record({ reply: anyReply, wait: fc.constantFrom(0, 1, 23, 25, 2000) }),
  { minLength: 1, maxLength: 8 },
);

interface State {
  readonly record: PackageRecord | undefined;
  readonly changes: readonly Change[];
}

function look({ record, changes }: State, reply: Listings, hours: number): State {
  const rules = { at: hoursLater(hours), since: undefined, isRolling: (tag: string) => tag === 'nightly' };
  const merged = mergeListings(PURL, record, reply, rules);
  return merged.status === 'refused'
    ? { record, changes: [] }
    : { record: merged.record, changes: [...changes, ...merged.changes] };
}

/** The states after each look; changes are those of that look alone. */
function watch(looks: readonly Look[]): State[] {
  const states: State[] = [];
  let state: State = { record: undefined, changes: [] };
  let hours = 0;
  for (const { reply, wait } of looks) {
    hours += wait;
    state = look({ ...state, changes: [] }, reply, hours);
    states.push(state);
  }
  return states;
}

function bytesOf({ record }: State): string | undefined {
  return record && layOut(record, WHOLE).get('');
}

function versionsOf({ record }: State): Set<string> {
  return new Set(record?.releases.map(({ version }) => version));
}

function totalHours(looks: readonly Look[]): number {
  return looks.reduce((sum, { wait }) => sum + wait, 0);
}

describe('merge, over any sequence of listings', () => {
  test('the same listing twice changes nothing, and no byte', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const last = watch(looks).at(-1);
        const reply = looks.at(-1)?.reply;
        assert.ok(last !== undefined && reply !== undefined);
        const again = look({ ...last, changes: [] }, reply, totalHours(looks));
        assert.deepEqual(again.changes, []);
        assert.equal(bytesOf(again), bytesOf(last));
      }),
    );
  });

  test('the order of a listing, and of the assets in it, does not matter', () => {
    const anyShuffled = fc
      .tuple(anyLooks, anyReply)
      .chain(([looks, { releases, complete }]) =>
        fc
          .shuffledSubarray([...releases], { minLength: releases.length })
          .map(
            (shuffled) => [looks, aReply(releases, { complete }), aReply(shuffled, { complete })] as const,
          ),
      );
    fc.assert(
      fc.property(anyShuffled, ([looks, reply, shuffled]) => {
        const before = watch(looks).at(-1);
        assert.ok(before !== undefined);
        const hours = totalHours(looks) + 30;
        const turned = shuffled.releases.map((one) =>
          one.assets === undefined ? one : { ...one, assets: one.assets.toReversed() },
        );
        const a = look({ ...before, changes: [] }, reply, hours);
        const b = look({ ...before, changes: [] }, { ...shuffled, releases: turned }, hours);
        assert.equal(bytesOf(a), bytesOf(b));
        assert.deepEqual(a.changes, b.changes);
      }),
    );
  });

  test('no version that was ever held is lost', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const all = watch(looks).map(versionsOf);
        for (const [index, held] of all.entries()) {
          assert.ok(all[index + 1]?.isSupersetOf(held) ?? true);
        }
      }),
    );
  });

  test('imports once, publishes a version at most once, and never one of the import', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const [first, ...rest] = watch(looks);
        assert.ok(first !== undefined);
        assert.deepEqual(
          first.changes.map(({ kind }) => kind),
          ['imported'],
        );
        const later = rest.flatMap(({ changes }) => changes);
        assert.ok(!later.some(({ kind }) => kind === 'imported'));
        const published = later
          .filter(({ kind }) => kind === 'published')
          .map(({ version }) => version ?? '');
        assert.equal(new Set(published).size, published.length);
        assert.ok(versionsOf(first).isDisjointFrom(new Set(published)));
      }),
    );
  });

  test('what is withdrawn was missing a day before, and comes back as restored', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const states = watch(looks);
        for (const [index, { record, changes }] of states.entries()) {
          const before = new Map(states[index - 1]?.record?.releases.map((one) => [one.version, one]));
          for (const { kind, version = '' } of changes) {
            const held = before.get(version);
            if (kind === 'withdrawn' && held !== undefined) assert.ok(held.missingSince !== undefined);
            if (kind === 'restored') assert.ok(held?.withdrawnAt !== undefined);
          }
          for (const { version, withdrawnAt } of record?.releases ?? []) {
            const was = before.get(version)?.withdrawnAt;
            if (was === undefined || withdrawnAt !== undefined) continue;
            assert.ok(changes.some((change) => change.kind === 'restored' && change.version === version));
          }
        }
      }),
    );
  });

  test('whatever is held can be written', () => {
    fc.assert(fc.property(anyLooks, (looks) => assert.ok(watch(looks).every((state) => bytesOf(state)))));
  });
});
