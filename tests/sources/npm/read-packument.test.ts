import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Listing } from '../../../src/core/listing.ts';
import { FormatError } from '../../../src/platform/errors.ts';
import { readPackument } from '../../../src/sources/npm/read-packument.ts';

const AT = '2024-01-01T10:00:00.123Z';
const DAY = '2024-01-01T10:00:00Z';
const SHA512 = `sha512-${'A'.repeat(86)}==`;

function read(document: unknown, since?: string) {
  return readPackument(document, '@acme/tool', since) ?? assert.fail('unpublished');
}

function one(manifest: unknown, time: unknown = AT): Listing | undefined {
  return read({ versions: { '1.0.0': manifest }, time: { '1.0.0': time } }).listings.releases[0];
}

describe('versions', () => {
  const cases: [string, unknown, Partial<Listing>][] = [
    ['nothing but the version', {}, { deprecated: false, assets: [{ name: 'tool-1.0.0.tgz' }] }],
    ['a deprecation', { deprecated: 'use 2' }, { deprecated: 'use 2' }],
    ['a deprecation by true', { deprecated: true }, { deprecated: 'deprecated' }],
    ['a deprecation by false', { deprecated: false }, { deprecated: false }],
    ['a deprecation taken back', { deprecated: '' }, { deprecated: false }],
    ['a deprecation of spaces', { deprecated: '  ' }, { deprecated: false }],
    ['a deprecation of null', { deprecated: null }, { deprecated: false }],
    ['sha512', { dist: { integrity: SHA512 } }, { assets: [{ name: 'tool-1.0.0.tgz', digest: SHA512 }] }],
    [
      'sha512 among others',
      { dist: { integrity: `sha1-abc= ${SHA512}`, shasum: 'a'.repeat(40) } },
      { assets: [{ name: 'tool-1.0.0.tgz', digest: SHA512 }] },
    ],
    [
      'sha1 alone',
      { dist: { shasum: '00'.repeat(20) } },
      { assets: [{ name: 'tool-1.0.0.tgz', digest: 'sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }] },
    ],
    [
      'digests that are none',
      { dist: { integrity: 'sha512-x', shasum: 'zz' } },
      { assets: [{ name: 'tool-1.0.0.tgz' }] },
    ],
    ['null for an object', { dist: null }, { assets: [{ name: 'tool-1.0.0.tgz' }] }],
    [
      'provenance',
      {
        dist: {
          attestations: { url: 'https://x', provenance: { predicateType: 'https://slsa.dev/provenance/v1' } },
        },
      },
      { provenance: 'https://slsa.dev/provenance/v1' },
    ],
  ];
  for (const [name, manifest, expected] of cases) {
    test(name, () => {
      const listing = one(manifest);
      assert.ok(listing);
      assert.deepEqual({ ...listing, ...expected }, listing);
      assert.deepEqual([listing.version, listing.publishedAt], ['1.0.0', DAY]);
    });
  }

  test('neither size, address nor a guess about pre-releases is said', () => {
    const manifest = { dist: { tarball: 'https://x.example/t.tgz', unpackedSize: 5, integrity: SHA512 } };
    assert.deepEqual(one(manifest), {
      version: '1.0.0',
      publishedAt: DAY,
      deprecated: false,
      assets: [{ name: 'tool-1.0.0.tgz', digest: SHA512 }],
    });
  });
});

describe('malformed elements', () => {
  const good = { '1.0.0': {} };
  const time = { '1.0.0': AT };
  const cases: [string, object, number, string[]][] = [
    ['none', { versions: good, time }, 0, ['1.0.0']],
    ['a version that is none', { versions: { ...good, next: {}, '': {}, '1 .0.0': {} }, time }, 3, ['1.0.0']],
    [
      'a version of 300 characters',
      { versions: { ...good, [`1.0.0-${'x'.repeat(300)}`]: {} }, time },
      1,
      ['1.0.0'],
    ],
    ['a manifest that is none', { versions: { ...good, '2.0.0': null }, time }, 1, ['1.0.0', '2.0.0']],
    [
      'a manifest with a strange field',
      { versions: { ...good, '2.0.0': { dist: 5 } }, time },
      1,
      ['1.0.0', '2.0.0'],
    ],
    ['a time that is none', { versions: good, time: { '1.0.0': 5, unpublished: null } }, 1, ['1.0.0']],
    ['no times', { versions: good }, 0, ['1.0.0']],
    ['a list of times', { versions: good, time: [] }, 0, ['1.0.0']],
    ['tags that are none', { versions: good, time, 'dist-tags': { a: 5, b: '', '': '1.0.0' } }, 3, ['1.0.0']],
    ['no object of tags', { versions: good, time, 'dist-tags': 'x' }, 0, ['1.0.0']],
  ];
  for (const [name, document, dropped, versions] of cases) {
    test(name, () => {
      const { listings } = read(document);
      assert.equal(listings.dropped, dropped);
      assert.equal(listings.complete, true);
      assert.deepEqual(
        listings.releases.map(({ version }) => version),
        versions,
      );
    });
  }

  test('of a version with a malformed manifest only existence and time are said', () => {
    assert.deepEqual(one('x'), { version: '1.0.0', publishedAt: DAY });
    assert.deepEqual(one(5, 'x'), { version: '1.0.0' });
  });

  for (const document of [
    null,
    [],
    'x',
    {},
    { versions: [] },
    { versions: null },
    { time: { unpublished: 'x' } },
  ]) {
    test(`no document: ${JSON.stringify(document)}`, () => {
      assert.throws(() => read(document), FormatError);
    });
  }
});

describe('unpublished', () => {
  test('a version leaves a tombstone, whatever else is in `time`', () => {
    const time = { created: AT, modified: AT, '1.0.0': AT, '1.0.1': AT, '1.0.2': null, weird: AT };
    const { releases } = read({ versions: { '1.0.0': {} }, time }).listings;
    assert.deepEqual(releases.slice(1), [{ version: '1.0.1', publishedAt: DAY, tombstone: true }]);
  });

  test('a package without versions is none', () => {
    assert.equal(readPackument({ time: { unpublished: { time: AT } } }, 'tool', undefined), undefined);
  });

  test('versions, even none, count for more than the mark', () => {
    const { releases } = read({ versions: {}, time: { '1.0.0': AT, unpublished: {} } }).listings;
    assert.deepEqual(releases, [{ version: '1.0.0', publishedAt: DAY, tombstone: true }]);
  });
});

describe('the package', () => {
  const versions = {
    '1.9.0': { dist: { tarball: 'nine' } },
    '1.10.0': { dist: { tarball: 'ten' } },
    '2.0.0-rc.1': 5,
  };

  test('its latest version is the tagged one, else the highest with a manifest', () => {
    const tagged = (latest: string) => read({ versions, 'dist-tags': { latest } }).latest?.tarball;
    assert.equal(tagged('1.9.0'), 'nine');
    assert.equal(tagged('3.0.0'), 'ten');
    assert.equal(read({ versions }).latest?.tarball, 'ten');
    assert.equal(read({ versions: {} }).latest, undefined);
  });

  test('releases before `since`, tombstones too, are left out; those without a date stay', () => {
    const time = { '1.0.0': '2023-12-31T23:59:59Z', '1.0.1': DAY, '0.9.0': '2023-01-01T00:00:00Z' };
    const { releases } = read({ versions: { '1.0.0': {}, '1.0.1': {}, '1.0.2': {} }, time }, DAY).listings;
    assert.deepEqual(
      releases.map(({ version }) => version),
      ['1.0.1', '1.0.2'],
    );
  });

  test('what upstream calls its latest stays, however old it is: a lower version that came later is not the one to use', () => {
    const time = { '6.0.0': '2023-08-25T00:00:00Z', '5.0.0': '2022-01-01T00:00:00Z', '2.0.2': DAY };
    const document = { versions: { '6.0.0': {}, '5.0.0': {}, '2.0.2': {} }, time };
    const kept = (tags: object) =>
      read({ ...document, 'dist-tags': tags }, DAY).listings.releases.map(({ version }) => version);
    assert.deepEqual(kept({ latest: '6.0.0', old: '5.0.0' }), ['6.0.0', '2.0.2']);
    assert.deepEqual(kept({ old: '5.0.0' }), ['2.0.2']);
  });

  test('has the name that the registry writes, tags by name, and says when it was modified', () => {
    const document = {
      name: '@acme/Tool',
      versions,
      time: { modified: AT },
      'dist-tags': { next: '2.0.0-rc.1', latest: '1.9.0' },
    };
    const { listings, modified } = read(document);
    assert.equal(listings.upstream.name, '@acme/Tool');
    assert.equal(JSON.stringify(listings.upstream.tags), '{"latest":"1.9.0","next":"2.0.0-rc.1"}');
    assert.equal(modified, DAY);
    assert.equal(read({ versions }).listings.upstream.name, '@acme/tool');
  });
});
