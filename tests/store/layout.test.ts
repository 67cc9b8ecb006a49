import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PackageRecord } from '../../src/core/package-record.ts';
import { newestFirst, type Release } from '../../src/core/release.ts';
import { growLayout, type Layout, layOut, WHOLE } from '../../src/store/layout.ts';
import { anyRecord } from '../arbitrary.ts';
import { aRecord, aRelease } from '../build-release.ts';

const KIB = 1024;

/** As many releases in each of these months, each with notes of this many bytes. */
function holding(perMonth: number, months: readonly string[], bytes = 1): PackageRecord {
  const releases = months.flatMap((month) =>
    Array.from({ length: perMonth }, (_, index) =>
      aRelease({
        version: `v${month}.${index}`,
        publishedAt: `${month}-10T00:00:00Z`,
        notes: ['x'.repeat(bytes)],
      }),
    ),
  );
  return aRecord({ releases: releases.sort(newestFirst) });
}

/** How many releases each file holds. */
function countsOf(record: PackageRecord, layout: Layout): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, text] of layOut(record, layout)) counts[name] = JSON.parse(text).releases.length;
  return counts;
}

function redated(record: PackageRecord, version: string, publishedAt: string): PackageRecord {
  const redate = (release: Release) => (release.version === version ? { ...release, publishedAt } : release);
  return { ...record, releases: record.releases.map(redate).sort(newestFirst) };
}

describe('a package stays in one file', () => {
  test('up to 150 releases', () => {
    const record = holding(75, ['2025-01', '2026-01']);
    assert.equal(growLayout(record, WHOLE), WHOLE);
    assert.deepEqual(countsOf(record, WHOLE), { '': 150 });
  });

  test('up to 256 KiB', () => {
    const frame = Buffer.byteLength(layOut(holding(1, ['2026-01'], 1), WHOLE).get('') ?? '') - 1;
    assert.equal(growLayout(holding(1, ['2026-01'], 256 * KIB - frame), WHOLE).split, false);
    assert.equal(growLayout(holding(1, ['2026-01'], 256 * KIB - frame + 1), WHOLE).split, true);
  });
});

describe('a large package is split', () => {
  test('by year, above 150 releases', () => {
    const record = { ...holding(76, ['2025-01', '2026-01']), since: '2020-01-01T00:00:00Z' };
    const layout = growLayout(record, WHOLE);
    assert.deepEqual(countsOf(record, layout), { '': 0, '@2026': 76, '@2025': 76 });
    const { releases: _, ...header } = record;
    const { releases, ...rest } = JSON.parse(layOut(record, layout).get('') ?? '');
    assert.deepEqual(rest, { format: 1, ...header, split: 'year' });
    assert.deepEqual(releases, []);
    const shard = JSON.parse(layOut(record, layout).get('@2026') ?? '');
    assert.deepEqual(Object.keys(shard), ['format', 'package', 'releases']);
  });

  test('by the year in which it was seen, where upstream has no date', () => {
    const record = holding(76, ['2025-01', '2026-01']);
    const undated = aRelease({ version: 'undated', publishedAt: undefined, seenAt: '2024-05-05T00:00:00Z' });
    const all = { ...record, releases: [...record.releases, undated] };
    assert.deepEqual(countsOf(all, growLayout(all, WHOLE)), { '': 0, '@2026': 76, '@2025': 76, '@2024': 1 });
  });

  test('and a year above 512 KiB by month, the others not', () => {
    const small = holding(100, ['2025-03']).releases;
    const large = holding(60, ['2026-01', '2026-02'], 5 * KIB).releases;
    const record = aRecord({ releases: [...large, ...small] });
    const layout = growLayout(record, WHOLE);
    assert.deepEqual(countsOf(record, layout), { '': 0, '@2026-02': 60, '@2026-01': 60, '@2025': 100 });
    assert.equal(growLayout(record, layout), layout);
  });

  test('never by less than a month', () => {
    const record = holding(120, ['2026-01'], 5 * KIB);
    const layout = growLayout(record, WHOLE);
    assert.deepEqual(countsOf(record, layout), { '': 0, '@2026-01': 120 });
    assert.equal(growLayout(record, layout), layout);
  });
});

describe('between splits', () => {
  const record = holding(76, ['2025-01', '2026-01']);
  const layout = growLayout(record, WHOLE);

  test('a new release joins its year', () => {
    const releases = [aRelease({ version: 'new', publishedAt: '2026-12-01T00:00:00Z' }), ...record.releases];
    const more = { ...record, releases };
    assert.deepEqual(countsOf(more, layout), { '': 0, '@2026': 77, '@2025': 76 });
    const old = aRelease({ version: 'old', publishedAt: '2019-12-01T00:00:00Z' });
    const older = { ...record, releases: [...record.releases, old] };
    assert.deepEqual(countsOf(older, layout), { '': 0, '@2026': 76, '@2025': 76, '@2019': 1 });
  });

  test('a new release of a year that lies by month joins its month', () => {
    const large = holding(60, ['2026-01', '2026-02'], 5 * KIB);
    const byMonth = growLayout(large, WHOLE);
    const march = aRelease({ version: 'new', publishedAt: '2026-03-01T00:00:00Z' });
    const more = { ...large, releases: [march, ...large.releases] };
    assert.deepEqual(countsOf(more, byMonth), { '': 0, '@2026-03': 1, '@2026-02': 60, '@2026-01': 60 });
  });

  test('a re-dated release stays where it is', () => {
    const changed = redated(record, 'v2025-01.0', '2026-06-01T00:00:00Z');
    assert.equal(growLayout(changed, layout), layout);
    const shard = JSON.parse(layOut(changed, layout).get('@2025') ?? '');
    assert.deepEqual(countsOf(changed, layout), { '': 0, '@2026': 76, '@2025': 76 });
    assert.equal(shard.releases[0].version, 'v2025-01.0', 'newest first within the shard too');
  });

  test('a release that was re-dated out of its year goes to its first month when that year is split', () => {
    const changed = redated(
      holding(60, ['2026-02', '2026-03'], 5 * KIB),
      'v2026-02.0',
      '2020-06-01T00:00:00Z',
    );
    const byYear: Layout = {
      split: true,
      periods: new Map(changed.releases.map(({ version }) => [version, '2026'])),
    };
    const grown = growLayout(changed, byYear);
    assert.deepEqual(countsOf(changed, grown), { '': 0, '@2026-03': 60, '@2026-02': 59, '@2026-01': 1 });
  });

  test('nothing is ever joined again', () => {
    const few = { ...record, releases: record.releases.slice(0, 2) };
    assert.equal(growLayout(few, layout), layout);
  });
});

describe('any layout', () => {
  test('holds every release once', () => {
    fc.assert(
      fc.property(anyRecord, fc.boolean(), (record, split) => {
        const files = [...layOut(record, { split, periods: new Map() }).values()];
        const versions = files.flatMap((text) => JSON.parse(text).releases).map(({ version }) => version);
        assert.deepEqual(versions.sort(), record.releases.map(({ version }) => version).sort());
      }),
    );
  });

  test('refuses to write what is not valid', () => {
    assert.throws(() => layOut(aRecord({ releases: [aRelease({ version: '' })] }), WHOLE));
    assert.throws(() => layOut(aRecord({ importedAt: 'yesterday' }), WHOLE));
  });
});
