import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing, Listings } from '../../src/core/listing.ts';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { type Merged, mergeListings } from '../../src/store/merge.ts';
import { aListing, aRecord, aRelease, aReply, hoursLater, IMPORTED, PURL } from '../build-release.ts';

function merge(held: PackageRecord | undefined, reply: Listings, hours = 1, since?: string): Merged {
  return mergeListings(PURL, held, reply, { at: hoursLater(hours), since, isRolling: () => false });
}

function merged(...given: Parameters<typeof merge>): Extract<Merged, { status: 'merged' }> {
  const result = merge(...given);
  assert.ok(result.status === 'merged', JSON.stringify(result));
  return result;
}

function refused(...given: Parameters<typeof merge>): Extract<Merged, { status: 'refused' }> {
  const result = merge(...given);
  assert.ok(result.status === 'refused');
  return result;
}

/** `kind version` of each change. */
function told(result: Merged): string[] {
  return result.status === 'refused'
    ? []
    : result.changes.map(({ kind, version }) => `${kind} ${version ?? ''}`.trim());
}

/** `v1` to `v<count>`, a day apart. */
function listings(count: number, from = 1): Listing[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + from;
    const publishedAt = `${new Date(Date.parse('2025-01-01') + number * 86_400_000).toISOString().slice(0, 19)}Z`;
    return { version: `v${number}`, publishedAt };
  });
}

function holding(count: number, fields: Partial<PackageRecord> = {}): PackageRecord {
  const { record } = merged(undefined, aReply(listings(count)), 0);
  return { ...record, ...fields };
}

describe('a first import', () => {
  test('announces the package, never its releases', () => {
    const { record, changes } = merged(
      undefined,
      aReply(listings(3), { upstream: { name: 'acme/tool' } }),
      0,
    );
    assert.deepEqual(changes, [{ at: IMPORTED, kind: 'imported', package: PURL, severity: 'info' }]);
    assert.deepEqual(
      record.releases.map(({ version, seenAt }) => [version, seenAt]),
      [
        ['v3', IMPORTED],
        ['v2', IMPORTED],
        ['v1', IMPORTED],
      ],
    );
    assert.deepEqual([record.importedAt, record.upstream], [IMPORTED, { name: 'acme/tool' }]);
  });

  test('takes what is gone already as history', () => {
    const { record, changes } = merged(undefined, aReply([aListing({ tombstone: true })]), 0);
    assert.deepEqual(record.releases, [aRelease({ withdrawnAt: IMPORTED })]);
    assert.equal(changes.length, 1);
  });

  test('may be of a package without releases', () => {
    assert.deepEqual(told(merge(undefined, aReply([]), 0)), ['imported']);
  });

  test('by an incomplete listing does not make news of what the complete one adds', () => {
    const [first, ...newer] = listings(4);
    const { record } = merged(undefined, aReply(newer, { complete: false }), 0);
    const complete = merged(record, aReply([...listings(5)]), 1);
    assert.equal(complete.record.releases.at(-1)?.version, first?.version);
    assert.deepEqual(told(complete), ['published v5']);
    assert.equal(complete.record.since, undefined);
  });
});

describe('new releases', () => {
  test('are published, oldest first', () => {
    assert.deepEqual(told(merge(holding(2), aReply(listings(4)))), ['published v3', 'published v4']);
  });

  test('before what was asked for so far are silent history', () => {
    const held = aRecord({ since: '2026-08-01T00:00:00Z' });
    const reply = aReply([aListing(), ...listings(2), { version: 'undated' }]);
    const { record, changes } = merged(held, reply, 1);
    assert.deepEqual(changes, []);
    assert.equal(record.releases.length, 4);
    assert.equal(record.since, undefined, 'from now on everything is asked for');
  });

  test('an old one that upstream begins to call its latest is no news, nor is it gone when that moves on', () => {
    const since = '2026-08-01T00:00:00Z';
    const [old, ...rest] = [aListing({ version: 'v6', publishedAt: '2023-08-25T00:00:00Z' }), aListing()];
    const held = merged(undefined, aReply(rest), 0, since);
    const moved = merged(
      held.record,
      aReply([old, ...rest], { upstream: { tags: { latest: 'v6' } } }),
      1,
      since,
    );
    assert.deepEqual([moved.changes, moved.record.releases.at(-1)?.version], [[], 'v6']);
    let { record } = moved;
    for (const hours of [2, 30, 60]) {
      const on = merged(record, aReply(rest, { upstream: { tags: { latest: 'v1.0.0' } } }), hours, since);
      assert.deepEqual([on.changes, on.record.releases], [[], moved.record.releases], String(hours));
      ({ record } = on);
    }
  });

  test('what has no date is history in the run that goes further back, where all others have one', () => {
    const reply = aReply([aListing(), { version: 'v0.1.0' }]);
    const { publishedAt: _, ...undated } = aRelease({ version: 'v0.0.9' });
    const dated = aRecord({ since: '2026-08-01T00:00:00Z' });
    const mixed = { ...dated, releases: [...dated.releases, undated] };
    for (const [held, since, expected] of [
      [dated, undefined, []],
      [dated, '2026-07-01T00:00:00Z', []],
      [dated, '2026-08-01T00:00:00Z', ['published v0.1.0']],
      [dated, '2026-08-02T00:00:00Z', ['published v0.1.0']],
      [{ ...dated, since: undefined }, undefined, ['published v0.1.0']],
      [mixed, undefined, ['published v0.1.0']],
    ] as const) {
      assert.deepEqual(told(merge(held, reply, 1, since)), expected, `${since}`);
    }
  });

  test('what has no date is news in an incomplete listing, which never goes back', () => {
    const held = aRecord({ since: '2026-08-01T00:00:00Z' });
    const reply = aReply([aListing(), { version: 'v2.0.0' }], { complete: false });
    assert.deepEqual(told(merge(held, reply, 1)), ['published v2.0.0']);
  });

  test('stay history until a complete listing went back as far', () => {
    const held = aRecord({ since: '2026-08-01T00:00:00Z' });
    const { record } = merged(held, aReply([aListing()], { complete: false }), 1);
    assert.equal(record.since, held.since);
    assert.deepEqual(told(merge(record, aReply([aListing(), ...listings(2)]), 2)), []);
  });

  test('that are gone already: old ones are silent, new ones withdrawn', () => {
    const old = aListing({ version: 'old', tombstone: true });
    const news = aListing({ version: 'new', publishedAt: hoursLater(1), tombstone: true });
    const { record, changes } = merged(aRecord(), aReply([aListing(), old, news]), 2);
    assert.deepEqual(
      changes.map(({ kind, version }) => [kind, version]),
      [['withdrawn', 'new']],
    );
    assert.deepEqual(
      record.releases.map(({ version, withdrawnAt }) => [version, withdrawnAt]),
      [
        ['new', hoursLater(2)],
        ['v1.0.0', undefined],
        ['old', hoursLater(2)],
      ],
    );
  });

  test('of one version listed twice: the later one counts', () => {
    const twice = [aListing({ title: 'a' }), aListing({ title: 'b', publishedAt: hoursLater(0) })];
    for (const releases of [twice, twice.toReversed()]) {
      assert.equal(merged(undefined, aReply(releases)).record.releases[0]?.title, 'b');
    }
  });
});

describe('the package itself', () => {
  const reply = (upstream: Listings['upstream'], complete = true) =>
    aReply([aListing()], { upstream, complete });

  test('is renamed under the same id', () => {
    const held = aRecord({ upstream: { id: '1', name: 'acme/tool' } });
    const { record, changes } = merged(held, reply({ id: '1', name: 'new/tool' }));
    assert.deepEqual(changes, [
      {
        at: hoursLater(1),
        kind: 'renamed',
        package: PURL,
        severity: 'notice',
        before: 'acme/tool',
        after: 'new/tool',
      },
    ]);
    assert.equal(record.upstream.name, 'new/tool');
  });

  test('keeps its name until a complete listing announces another', () => {
    const held = aRecord({ upstream: { name: 'acme/tool' } });
    const poor = merged(held, reply({ name: 'new/tool' }, false));
    assert.deepEqual(poor.changes, []);
    assert.deepEqual(told(merge(poor.record, reply({ name: 'new/tool' }), 2)), ['renamed']);
  });

  test('is refused under another id', () => {
    const held = aRecord({ upstream: { id: '1' } });
    const { kind, reason } = refused(held, reply({ id: '2' }));
    assert.equal(kind, 'identity');
    assert.match(reason, /\(2\).* 1$/);
  });

  test('may get an id', () => {
    assert.deepEqual(merged(aRecord(), reply({ id: '2' })).record.upstream, { id: '2' });
  });

  test('is described by complete listings; incomplete ones add', () => {
    const held = aRecord({ upstream: { license: 'MIT' } });
    assert.deepEqual(merged(held, reply({ description: 'd' })).record.upstream, { description: 'd' });
    const both = { license: 'MIT', description: 'd' };
    assert.deepEqual(merged(held, reply({ description: 'd' }, false)).record.upstream, both);
  });

  test('is reachable again, once', () => {
    const held = aRecord({ unreachableAt: IMPORTED });
    const { record, changes } = merged(held, reply({}));
    assert.deepEqual([changes.map(({ kind }) => kind), record.unreachableAt], [['reachable'], undefined]);
    assert.deepEqual(told(merge(record, reply({}))), []);
  });
});

describe('changes of one run', () => {
  test('read like a log: the package, then release by release, the oldest first', () => {
    const held = holding(2, { unreachableAt: IMPORTED });
    const reply = aReply(listings(3).map((one) => ({ ...one, yanked: 'y', deprecated: 'd' })));
    assert.deepEqual(told(merge(held, reply)), [
      'reachable',
      'yanked v1',
      'deprecated v1',
      'yanked v2',
      'deprecated v2',
      'published v3',
    ]);
  });
});
