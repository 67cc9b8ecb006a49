import fc from 'fast-check';
import type { Listing } from '../src/core/listing.ts';
import type { PackageRecord } from '../src/core/package-record.ts';
import { newestFirst, type Release } from '../src/core/release.ts';

// Always the same examples: a test must not depend on luck.
fc.configureGlobal({ seed: 20_261_120, numRuns: 200 });

/** Text as upstreams send it at worst: any code unit, lone surrogates and control characters too. */
export const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });

const anyInstant = fc
  .integer({ min: Date.parse('2024-01-01T00:00:00Z') / 1000, max: Date.parse('2026-10-01T00:00:00Z') / 1000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);

const commit = fc.constantFrom('a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40));

const asset = fc.record(
  {
    name: fc.constantFrom('tool.tgz', 'tool.zip', 'SHA256SUMS'),
    size: fc.nat(3),
    digest: fc.constantFrom('sha256:aa', 'sha256:bb', 'sha512-cc', 'sha512-dd'),
  },
  { requiredKeys: ['name'] },
);

const assets = fc.uniqueArray(asset, { maxLength: 3, selector: ({ name }) => name });

/** A release with every field now and then, of any text. */
export const anyRelease: fc.Arbitrary<Release> = fc.record(
  {
    version: anyText,
    id: anyText,
    publishedAt: anyInstant,
    seenAt: anyInstant,
    commit,
    prerelease: fc.constant(true as const),
    yanked: anyText,
    deprecated: anyText,
    missingSince: anyInstant,
    withdrawnAt: anyInstant,
    immutable: fc.constant(true as const),
    provenance: anyText,
    title: anyText,
    author: anyText,
    assets: assets.filter((all) => all.length > 0),
    notes: fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }),
    notesFrom: fc.constantFrom('release', 'tag', 'changelog', 'feed'),
  },
  { requiredKeys: ['version', 'seenAt'] },
);

/** A record as it would be held: versions unique, newest first. */
export const anyRecord: fc.Arbitrary<PackageRecord> = fc.record({
  package: fc.constant('pkg:github/acme/tool'),
  upstream: fc.record({ id: anyText, name: anyText, description: anyText }, { requiredKeys: [] }),
  importedAt: anyInstant,
  releases: fc
    .uniqueArray(anyRelease, { maxLength: 6, selector: ({ version }) => version })
    .map((releases) => releases.toSorted(newestFirst)),
});

const said = fc.constantFrom('', 'one', 'two\r\nlines', 'two\nlines');

/** What a source may say of a few versions, from everything to nearly nothing. */
export const anyListing: fc.Arbitrary<Listing> = fc.record(
  {
    version: fc.constantFrom('v1', 'v2', 'v3', 'v4', 'nightly'),
    id: fc.constantFrom('1', '2'),
    publishedAt: anyInstant,
    commit,
    prerelease: fc.boolean(),
    yanked: fc.constantFrom('broken', '', false as const),
    deprecated: fc.constantFrom('use 8', '', false as const),
    tombstone: fc.constant(true as const),
    immutable: fc.boolean(),
    title: said,
    author: said,
    assets,
    notes: said,
    notesFrom: fc.constantFrom('release', 'tag', 'changelog', 'feed'),
  },
  { requiredKeys: ['version'] },
);
