import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compareText } from '../../src/core/compare-text.ts';
import { newestFirst, Release, releasedAt } from '../../src/core/release.ts';
import { anyRelease, anyText } from '../arbitrary.ts';
import { aRelease, IMPORTED } from '../build-release.ts';

const SIGNS = [-1, 0, 1];

describe('compareText', () => {
  const TABLE: readonly (readonly [string, string])[] = [
    ['', 'a'],
    ['a', 'aa'],
    ['B', 'a'],
    ['a', 'é'],
    ['\uffff', '\u{10000}'],
    ['\ud800', '\ud801'],
  ];
  for (const [less, more] of TABLE) {
    test(`${JSON.stringify(less)} < ${JSON.stringify(more)}`, () => {
      assert.deepEqual([compareText(less, more), compareText(more, less)], [-1, 1]);
    });
  }

  test('is a total order', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        assert.equal(compareText(a, b) === 0, a === b);
        assert.equal(compareText(a, b) + compareText(b, a), 0);
        const [low = '', middle = '', high = ''] = [a, b, c].sort(compareText);
        assert.ok(
          compareText(low, middle) <= 0 && compareText(middle, high) <= 0 && compareText(low, high) <= 0,
        );
      }),
    );
  });
});

describe('the order of releases', () => {
  test('is newest first, by what upstream says, else by what we saw, then by version', () => {
    const releases = [
      aRelease({ version: 'a', publishedAt: '2026-03-01T00:00:00Z' }),
      aRelease({ version: 'seen', publishedAt: undefined, seenAt: '2026-02-01T00:00:00Z' }),
      aRelease({ version: 'b', publishedAt: '2026-01-01T00:00:00Z' }),
      aRelease({ version: 'a2', publishedAt: '2026-01-01T00:00:00Z' }),
    ];
    assert.deepEqual(
      releases
        .toReversed()
        .sort(newestFirst)
        .map(({ version }) => version),
      ['a', 'seen', 'b', 'a2'],
    );
  });

  test('is total, and the same under every shuffle', () => {
    const anyShuffled = fc
      .uniqueArray(anyRelease, { maxLength: 8, selector: ({ version }) => version })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(anyShuffled, ([releases, shuffled]) => {
        assert.deepEqual(shuffled.toSorted(newestFirst), releases.toSorted(newestFirst));
        for (const a of releases) {
          for (const b of releases) {
            assert.ok(SIGNS.includes(newestFirst(a, b)));
            assert.equal(newestFirst(a, b) + newestFirst(b, a), 0);
          }
        }
      }),
    );
  });

  test('releasedAt is upstream’s word, else ours', () => {
    assert.equal(releasedAt(aRelease()), '2026-09-01T12:00:00Z');
    assert.equal(releasedAt(aRelease({ publishedAt: undefined })), IMPORTED);
  });

  test('releasedAt is never after we saw it, whatever date upstream gives it later', () => {
    assert.equal(releasedAt(aRelease({ publishedAt: '2099-01-01T00:00:00Z' })), IMPORTED);
  });
});

describe('a stored release', () => {
  for (const [name, fields] of [
    ['an empty version', { version: '' }],
    ['an empty text', { title: '' }],
    ['no notes as an empty list', { notes: [] }],
    ['no assets as an empty list', { assets: [] }],
    ['a branch for a commit', { commit: 'main' }],
    ['false', { prerelease: false }],
    ['null', { yanked: null }],
    ['an unknown key', { stars: 1 }],
    ['a time with an offset', { publishedAt: '2026-11-20T10:00:00+01:00' }],
  ] as const) {
    test(`holds no ${name}`, () =>
      assert.equal(Release.safeParse({ ...aRelease(), ...fields }).success, false));
  }
});
