import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Release } from '../../../src/core/release.ts';
import { findMereTags } from '../../../src/sources/forge/find-mere-tags.ts';

const SEEN = '2026-01-01T00:00:00Z';

for (const [name, more, isMereTag] of [
  ['nothing but its version', {}, true],
  ['the notes of a tag', { notesFrom: 'tag', notes: ['x'] }, true],
  ['the notes of a changelog', { notesFrom: 'changelog', notes: ['x'] }, true],
  ['a date and a commit', { publishedAt: SEEN, commit: 'c0ffee0' }, true],
  ['been missing', { missingSince: SEEN }, true],
  ['the notes of a release', { notesFrom: 'release' }, false],
  ['an id', { id: '1' }, false],
  ['a title', { title: 'One' }, false],
  ['an author', { author: 'ada' }, false],
  ['assets', { assets: [{ name: 'a' }] }, false],
  ['been withdrawn', { withdrawnAt: SEEN }, false],
] satisfies [string, Partial<Release>, boolean][]) {
  test(`what has ${name} is ${isMereTag ? 'a mere tag' : 'no mere tag'}`, () => {
    const held = { upstream: {}, releases: [{ version: 'v1', seenAt: SEEN, ...more }] };
    assert.deepEqual([...findMereTags(held, new Set())], isMereTag ? ['v1'] : []);
    assert.deepEqual([...findMereTags(held, new Set(['v1']))], [], 'but not where it is listed');
  });
}

test('before the first import there are none', () => {
  assert.equal(findMereTags(undefined, new Set()).size, 0);
});
