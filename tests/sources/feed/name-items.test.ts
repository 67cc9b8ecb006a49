import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Release } from '../../../src/core/release.ts';
import type { FeedItem } from '../../../src/sources/feed/feed-item.ts';
import { nameItems } from '../../../src/sources/feed/name-items.ts';
import '../../arbitrary.ts';

function item(id: string, title: string, day?: string): FeedItem {
  const publishedAt = day === undefined ? undefined : `2026-01-${day}T00:00:00Z`;
  return { id, title, publishedAt, url: undefined, author: undefined, notes: '' };
}

function held(id: string | undefined, version: string, more: Partial<Release> = {}): Release {
  return { version, seenAt: '2026-01-01T00:00:00Z', ...(id !== undefined && { id }), ...more };
}

function names(items: readonly FeedItem[], releases: readonly Release[] = []) {
  return Object.fromEntries(nameItems(items, releases).map((named) => [named.item.id, named.version]));
}

describe('entries and their versions', () => {
  const first = item('a', 'Acme 1.0 is out', '01');
  const second = item('b', 'Acme 1.0 in the shops', '02');

  test('of two that speak of one version, the older is the release, in whatever order', () => {
    const expected = { a: '1.0', b: 'Acme 1.0 in the shops' };
    assert.deepEqual(names([second, first]), expected);
    assert.deepEqual(names([first, second]), expected);
  });

  test('one without a date comes after those with one', () => {
    assert.deepEqual(names([item('a', 'Acme 1.0'), second]), { a: 'Acme 1.0', b: '1.0' });
  });

  test('of the same title are told by their ids', () => {
    const all = names([item('a', 'News', '01'), item('b', 'News', '02'), item('c', 'News', '03')]);
    assert.equal(all['a'], 'News');
    assert.match(all['b'] ?? '', /^News \([\da-f]{8}\)$/);
    assert.equal(new Set(Object.values(all)).size, 3);
  });

  test('of the same id are one, the newer', () => {
    const [named, ...more] = nameItems([item('a', '1.0', '01'), item('a', '1.1', '02')], []);
    assert.deepEqual([named?.version, more], ['1.1', []]);
    assert.equal(nameItems([item('a', '1.1', '02'), item('a', '1.0', '01')], [])[0]?.version, '1.1');
  });

  test('keep the version that they are held under', () => {
    assert.deepEqual(names([second], [held('a', '1.0'), held('b', 'Acme 1.0 in the shops')]), {
      b: 'Acme 1.0 in the shops',
    });
    assert.deepEqual(names([item('a', 'Acme 2.0')], [held('a', '1.0')]), { a: '1.0' });
  });

  test('do not take the version of another that has left the feed', () => {
    const release = held('a', '1.0', { title: 'Acme 1.0 is out', publishedAt: '2026-01-01T00:00:00Z' });
    assert.deepEqual(names([second], [release]), { b: 'Acme 1.0 in the shops' });
  });

  test('are the same where only their ids are new', () => {
    const release = held('old', '1.0', { title: first.title });
    assert.deepEqual(names([first], [release]), { a: '1.0' });
    const dated = held('old', '1.0', { title: 'x', publishedAt: '2026-01-01T00:00:00Z' });
    assert.deepEqual(names([first], [dated]), { a: '1.0' });
    assert.deepEqual(names([item('a', 'Acme 1.0')], [held('old', '1.0', { title: 'x' })]), { a: 'Acme 1.0' });
    assert.deepEqual(names([first], [held(undefined, '1.0')]), { a: '1.0' });
  });

  test('never share one, and get the same ones in any order', () => {
    const some = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        title: fc.constantFrom('1.0', 'Acme 1.0', 'News', 'v1.0', '2.0'),
        day: fc.constantFrom('01', '02', undefined),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const items = [...new Map(all.map(({ id, title, day }) => [id, item(id, title, day)])).values()];
        const forwards = names(items);
        assert.deepEqual(names(items.toReversed()), forwards);
        assert.equal(new Set(Object.values(forwards)).size, items.length);
        const releases = Object.entries(forwards).map(([id, version]) => held(id, version));
        assert.deepEqual(names(items, releases), forwards, 'what was stored keeps its names');
      }),
    );
  });
});
