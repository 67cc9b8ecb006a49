import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { ReleaseFile } from '../../src/core/package-record.ts';
import { Release } from '../../src/core/release.ts';
import { serialize } from '../../src/store/canonical-json.ts';
import { layOut, WHOLE } from '../../src/store/layout.ts';
import { anyRecord } from '../arbitrary.ts';

const EXAMPLE: PackageRecord = {
  package: 'pkg:github/withastro/astro',
  upstream: { id: 'R_1', name: 'withastro/astro', description: 'The “web”\u2028framework', license: 'MIT' },
  importedAt: '2026-11-20T10:00:00Z',
  releases: [
    {
      version: 'astro@7.3.5',
      publishedAt: '2026-09-24T09:12:44Z',
      seenAt: '2026-09-24T09:27:03Z',
      commit: '858150719d5deb6250bb45b88e667356c1c8f985',
      prerelease: true,
      assets: [
        { name: 'astro.tgz', size: 460627, digest: 'sha256:a73186', type: 'application/gzip' },
        { name: 'SHA256SUMS' },
      ],
      notes: ['## Minor changes', '', '- \t"quoted" \\ \ud800'],
      notesFrom: 'release',
    },
    { version: '7.3.4', seenAt: '2026-09-24T09:27:03Z' },
  ],
};

const GOLDEN = `{
  "format": 1,
  "package": "pkg:github/withastro/astro",
  "upstream": {
    "id": "R_1",
    "name": "withastro/astro",
    "description": "The “web”\u2028framework",
    "license": "MIT"
  },
  "importedAt": "2026-11-20T10:00:00Z",
  "releases": [
    {
      "version": "astro@7.3.5",
      "publishedAt": "2026-09-24T09:12:44Z",
      "seenAt": "2026-09-24T09:27:03Z",
      "commit": "858150719d5deb6250bb45b88e667356c1c8f985",
      "prerelease": true,
      "assets": [
        { "name": "astro.tgz", "size": 460627, "digest": "sha256:a73186", "type": "application/gzip" },
        { "name": "SHA256SUMS" }
      ],
      "notes": [
        "## Minor changes",
        "",
        "- \\t\\"quoted\\" \\\\ \\ud800"
      ],
      "notesFrom": "release"
    },
    {
      "version": "7.3.4",
      "seenAt": "2026-09-24T09:27:03Z"
    }
  ]
}
`;

/** The same value with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, reversed(field)]),
  );
}

describe('canonical JSON', () => {
  test('of a release file is exactly this', () => {
    assert.equal(layOut(EXAMPLE, WHOLE).get(''), GOLDEN);
  });

  test('of other values', () => {
    assert.equal(serialize({}), '{}\n');
    assert.equal(serialize({ a: [], b: {}, c: undefined, d: 0 }), '{\n  "a": [],\n  "b": {},\n  "d": 0\n}\n');
    assert.equal(serialize({ assets: [] }), '{\n  "assets": []\n}\n');
  });

  test('is JSON, and the same after any number of readings', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const text = layOut(record, WHOLE).get('') ?? '';
        const read = ReleaseFile.parse(JSON.parse(text));
        assert.equal(serialize(read), text);
        assert.equal(serialize(JSON.parse(text)), text);
        assert.deepEqual(read.releases, JSON.parse(JSON.stringify(record.releases)));
      }),
    );
  });

  test('does not depend on the order of keys, once the schema has seen them', () => {
    fc.assert(
      fc.property(anyRecord, ({ releases }) => {
        for (const release of releases) {
          const turned = Release.parse(reversed(release));
          assert.equal(serialize(turned), serialize(Release.parse(release)));
        }
      }),
    );
  });

  test('ends in one line feed and holds no carriage return of its own', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const text = layOut(record, WHOLE).get('') ?? '';
        assert.ok(text.endsWith('}\n') && !text.endsWith('\n\n') && !text.includes('\r'));
      }),
    );
  });
});
