import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Leaf, toListing } from '../../../src/sources/nuget/leaf.ts';

const PLAIN = { id: 'Acme.Tool', version: '1.0.0', published: '2024-01-01T10:00:00.123+00:00', listed: true };
const LISTING = {
  version: '1.0.0',
  publishedAt: '2024-01-01T10:00:00Z',
  yanked: false,
  deprecated: false,
  author: '',
};

const read = (entry: object) => toListing(Leaf.parse({ catalogEntry: { ...PLAIN, ...entry } }));

describe('a version', () => {
  for (const [name, entry, said] of [
    ['is listed', {}, {}],
    ['has authors', { authors: 'Acme, Bolt' }, { author: 'Acme, Bolt' }],
    ['has a list of authors', { authors: ['Acme', 'Bolt'] }, { author: 'Acme, Bolt' }],
    ['is in its own spelling', { version: '1.0.0-RC.1+Build' }, { version: '1.0.0-RC.1+Build' }],
    ['is unlisted', { listed: false }, { yanked: 'unlisted' }],
    ['says nothing of being listed', { listed: undefined }, {}],
    ['is deprecated', { deprecation: { reasons: ['Legacy'] } }, { deprecated: 'Legacy' }],
    [
      'is deprecated for reasons',
      { deprecation: { reasons: ['Legacy', 'CriticalBugs'] } },
      { deprecated: 'Legacy, CriticalBugs' },
    ],
    [
      'is deprecated with a message',
      { deprecation: { reasons: ['Other'], message: ' broken\n' } },
      { deprecated: 'Other; broken' },
    ],
    [
      'has a successor',
      { deprecation: { reasons: ['Legacy'], alternatePackage: { id: 'Bolt', range: '*' } } },
      { deprecated: 'Legacy; use Bolt' },
    ],
    [
      'is deprecated in an odd way',
      { deprecation: { reasons: 'Legacy', alternatePackage: 'Bolt' } },
      { deprecated: 'deprecated' },
    ],
    ['has malformed fields', { authors: 7, listed: 'no', deprecation: 'yes', packageSize: '1', id: 1 }, {}],
    [
      'has a digest',
      { packageHash: 'AAEC', packageHashAlgorithm: 'SHA512', packageSize: 7 },
      { assets: [{ name: 'Acme.Tool.1.0.0.nupkg', size: 7, digest: 'sha512:000102' }] },
    ],
    [
      'has a digest without size',
      { packageHash: 'AAEC', packageHashAlgorithm: 'SHA512' },
      { assets: [{ name: 'Acme.Tool.1.0.0.nupkg', digest: 'sha512:000102' }] },
    ],
    ['has a digest of nobody', { packageHash: 'AAEC' }, {}],
    ['has a digest that is none', { packageHash: 'a b', packageHashAlgorithm: 'SHA512' }, {}],
    ['has no id for its file', { id: undefined, packageHash: 'AAEC', packageHashAlgorithm: 'SHA512' }, {}],
  ] as const) {
    test(name, () => assert.deepEqual(read(entry), { ...LISTING, ...said }));
  }

  test('has no author rather than a page of them', () => {
    const { author: _, ...rest } = LISTING;
    assert.deepEqual(read({ authors: 'x'.repeat(257) }), rest);
    assert.equal(read({ authors: 'x'.repeat(256) }).author?.length, 256);
  });

  for (const published of ['1900-01-01T00:00:00+00:00', '1900-01-01T08:00:00Z']) {
    test(`of ${published} is unlisted and has no date`, () => {
      const { publishedAt: _, ...rest } = LISTING;
      assert.deepEqual(read({ published, listed: undefined }), { ...rest, yanked: 'unlisted' });
    });
  }

  for (const published of ['0001-01-01T00:00:00', 'soon', 7, undefined]) {
    test(`of ${published} has no date`, () => assert.equal('publishedAt' in read({ published }), false));
  }

  for (const version of ['', '..', '.', 'a/b', 'a\\b', '1 0', '1\u0000', 7, undefined, 'x'.repeat(256)]) {
    test(`${JSON.stringify(version)?.slice(0, 20)} is none`, () => {
      assert.equal(Leaf.safeParse({ catalogEntry: { ...PLAIN, version } }).success, false);
    });
  }
});
