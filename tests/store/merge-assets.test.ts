import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Asset, Release } from '../../src/core/release.ts';
import { assetChanges } from '../../src/store/asset-changes.ts';
import { sortedAssets } from '../../src/store/merge-assets.ts';
import { mergeRelease } from '../../src/store/merge-release.ts';
import { aListing, aRelease, hoursLater } from '../build-release.ts';
import { mergeOne } from './merge-one.ts';

/** What is held of the assets, what is said, and the changes. */
type Row = readonly [string, readonly Asset[], readonly Asset[], readonly object[]];

const a = (fields: Partial<Asset> = {}): Asset => ({ name: 'a', ...fields });
const b = (fields: Partial<Asset> = {}): Asset => ({ name: 'b', ...fields });

const CHANGES: readonly Row[] = [
  ['the same', [a({ size: 1, digest: 'sha256:00' })], [a({ size: 1, digest: 'sha256:00' })], []],
  [
    'added, with a digest',
    [a()],
    [a(), b({ size: 2, digest: 'sha256:00' })],
    [{ kind: 'asset-added', subject: 'b', after: 'sha256:00' }],
  ],
  ['added, with a size', [a()], [a(), b({ size: 2 })], [{ kind: 'asset-added', subject: 'b', after: '2' }]],
  ['added, with neither', [a()], [a(), b()], [{ kind: 'asset-added', subject: 'b', after: '0' }]],
  ['removed', [a(), b({ size: 2 })], [a()], [{ kind: 'asset-removed', subject: 'b', before: '2' }]],
  ['all removed', [a({ size: 1 })], [], [{ kind: 'asset-removed', subject: 'a', before: '1' }]],
  [
    'replaced, by digest',
    [a({ size: 1, digest: 'sha256:00' })],
    [a({ size: 1, digest: 'sha256:11' })],
    [{ kind: 'asset-replaced', subject: 'a', before: 'sha256:00', after: 'sha256:11' }],
  ],
  [
    'replaced, by npm’s kind of digest',
    [a({ digest: 'sha512-AA' })],
    [a({ digest: 'sha512-BB' })],
    [{ kind: 'asset-replaced', subject: 'a', before: 'sha512-AA', after: 'sha512-BB' }],
  ],
  [
    'replaced, by size',
    [a({ size: 1 })],
    [a({ size: 2, digest: 'sha256:00' })],
    [{ kind: 'asset-replaced', subject: 'a', before: '1', after: '2' }],
  ],
  ['another algorithm', [a({ digest: 'sha1:00' })], [a({ digest: 'sha256:11' })], []],
  [
    'another algorithm, same size',
    [a({ size: 1, digest: 'sha1:00' })],
    [a({ size: 1, digest: 'sha256:11' })],
    [],
  ],
  [
    'same digest, size told anew',
    [a({ size: 1, digest: 'sha256:00' })],
    [a({ size: 2, digest: 'sha256:00' })],
    [],
  ],
  ['a digest learnt', [a()], [a({ digest: 'sha256:00' })], []],
  ['a size learnt', [a({ digest: 'sha256:00' })], [a({ size: 1 })], []],
  ['another type', [a({ size: 1, type: 'text/plain' })], [a({ size: 1, type: 'text/html' })], []],
  [
    'two at once, by name',
    [b({ size: 1 })],
    [a({ size: 1 })],
    [
      { kind: 'asset-added', subject: 'a', after: '1' },
      { kind: 'asset-removed', subject: 'b', before: '1' },
    ],
  ],
];

describe('assets of a settled release', () => {
  for (const [name, held, said, changes] of CHANGES) {
    test(name, () => {
      const release = aRelease(held.length === 0 ? {} : { assets: [...held] });
      assert.deepEqual(assetChanges(release, mergeRelease(release, aListing({ assets: said }))), changes);
    });
  }

  test('what is not said is no change', () => {
    const release = aRelease({ assets: [a()] });
    assert.deepEqual(assetChanges(release, mergeRelease(release, aListing())), []);
  });

  test('the first word about assets is no change, unless upstream’s id shows that it said “none” before', () => {
    const assets = [a({ size: 1 })];
    assert.deepEqual(assetChanges(aRelease(), aRelease({ assets })), []);
    const changes = assetChanges(aRelease({ id: 'RE_1' }), aRelease({ id: 'RE_1', assets }));
    assert.deepEqual(changes, [{ kind: 'asset-added', subject: 'a', after: '1' }]);
  });
});

describe('assets of the first day', () => {
  const held: Partial<Release> = { assets: [a({ digest: 'sha256:00' })], publishedAt: hoursLater(0) };
  const listing = aListing({ publishedAt: hoursLater(0), assets: [a({ digest: 'sha256:11' })] });
  const merge = (hours: number, isRolling = false) =>
    mergeOne(aRelease(held), listing, {
      at: hoursLater(hours),
      isRolling: () => isRolling,
    });

  test('may come and go without a word, but are held', () => {
    const { release, changes } = merge(23.9);
    assert.deepEqual(changes, []);
    assert.deepEqual(release.assets, listing.assets);
  });

  test('are settled after 24 hours', () => {
    assert.deepEqual(
      merge(24).changes.map(({ kind }) => kind),
      ['asset-replaced'],
    );
  });

  test('never settle in a rolling release', () => {
    assert.deepEqual(merge(1000, true).changes, []);
  });
});

describe('stored assets', () => {
  test('are sorted by code point, one of a name', () => {
    const assets = [
      b(),
      a({ size: 1 }),
      { name: 'A' },
      a({ size: 2 }),
      { name: '\u{1f600}' },
      { name: '\uffff' },
    ];
    const stored = sortedAssets(assets);
    assert.deepEqual(
      stored.map(({ name, size }) => [name, size]),
      [
        ['A', undefined],
        ['a', 2],
        ['b', undefined],
        ['\uffff', undefined],
        ['\u{1f600}', undefined],
      ],
    );
  });
});
