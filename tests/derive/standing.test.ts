import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Release } from '../../src/core/release.ts';
import { compareVersions } from '../../src/derive/compare-versions.ts';
import { standing } from '../../src/derive/standing.ts';
import { aProject, aRelease, entriesOf, IMPORTED } from '../build-release.ts';

const AS_OF = '2026-11-01T00:00:00Z';

/** Releases of one project: version and what else is true of it; each is a day younger than the one before. */
function standingOf(releases: Readonly<Record<string, Partial<Release>>>) {
  const all = Object.entries(releases).map(([version, fields], index) => {
    const publishedAt = `2026-09-${String(index + 1).padStart(2, '0')}T00:00:00Z`;
    return aRelease({ version, publishedAt, ...fields });
  });
  const { latest, upcoming } = standing(entriesOf(all), AS_OF);
  return [latest?.version, upcoming?.version];
}

const withdrawn = { withdrawnAt: IMPORTED };

const TABLE: readonly (readonly [
  string,
  Readonly<Record<string, Partial<Release>>>,
  readonly (string | undefined)[],
])[] = [
  ['nothing', {}, [undefined, undefined]],
  ['the highest, not the newest', { '2.0.0': {}, '1.9.0': {} }, ['2.0.0', undefined]],
  ['numbers, not text', { '1.10.0': {}, '1.9.0': {} }, ['1.10.0', undefined]],
  ['a pre-release above', { '1.0.0': {}, '2.0.0-rc.1': {} }, ['1.0.0', '2.0.0-rc.1']],
  ['a pre-release below', { '2.0.0-rc.1': {}, '2.0.0': {} }, ['2.0.0', undefined]],
  ['pre-releases alone', { '1.0.0-a': {}, '1.0.0-b': {} }, [undefined, '1.0.0-b']],
  ['upstream’s own flag', { '1.0.0': {}, '1.1.0': { prerelease: true } }, ['1.0.0', '1.1.0']],
  ['a yanked one', { '1.0.0': {}, '1.1.0': { yanked: 'y' } }, ['1.0.0', undefined]],
  ['a withdrawn one', { '1.0.0': {}, '1.1.0': withdrawn }, ['1.0.0', undefined]],
  ['a missing one', { '1.0.0': {}, '1.1.0': { missingSince: IMPORTED } }, ['1.1.0', undefined]],
  ['a deprecated one', { '1.0.0': {}, '1.1.0': { deprecated: 'd' } }, ['1.0.0', undefined]],
  ['all deprecated', { '1.0.0': { deprecated: 'd' }, '1.1.0': { deprecated: 'd' } }, ['1.1.0', undefined]],
  ['all yanked', { '1.0.0': { yanked: 'y' } }, [undefined, undefined]],
  [
    'a withdrawn pre-release',
    { '1.0.0': {}, '2.0.0-rc.1': withdrawn, '2.0.0-rc.0': {} },
    ['1.0.0', '2.0.0-rc.0'],
  ],
  ['a yanked pre-release', { '1.0.0': {}, '2.0.0-rc.1': { yanked: 'y' } }, ['1.0.0', undefined]],
];

describe('latest and upcoming', () => {
  for (const [name, releases, expected] of TABLE) {
    test(name, () => assert.deepEqual(standingOf(releases), expected));
  }
});

describe('cadence', () => {
  /** Releases on these days of 2026, counted from 1 January. */
  function cadenceOf(days: readonly number[], fields: Partial<Release> = {}) {
    const releases = days.map((day, index) => {
      const publishedAt = `${new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 19)}Z`;
      return aRelease({ version: `1.0.${index}`, publishedAt, ...fields });
    });
    return standing(entriesOf(releases), AS_OF).everyDays;
  }

  test('is the median of the gaps', () => {
    assert.equal(cadenceOf([0, 1, 3, 13]), 2);
    assert.equal(cadenceOf([0, 1, 3, 13, 33]), 6);
    assert.equal(cadenceOf([0, 10, 0.5, 20]), 9.5);
  });

  test('needs three stable releases', () => {
    assert.equal(cadenceOf([0, 7]), undefined);
    assert.equal(cadenceOf([0, 7, 14]), 7);
    assert.equal(cadenceOf([0, 7, 14], { yanked: 'y' }), undefined);
  });

  test('looks at the last twenty gaps', () => {
    const recent = Array.from({ length: 21 }, (_, index) => 200 + index);
    assert.equal(cadenceOf([0, 50, 100, ...recent]), 1);
    const old = Array.from({ length: 30 }, (_, index) => index);
    const slow = Array.from({ length: 20 }, (_, index) => 40 + 10 * index);
    assert.equal(cadenceOf([...old, ...slow]), 10);
  });
});

describe('the last year', () => {
  test('is the 365 days before the moment that is asked about', () => {
    const at = (version: string, publishedAt: string, fields = {}) =>
      aRelease({ version, publishedAt, ...fields });
    const entries = entriesOf([
      at('1.0.3', '2026-10-31T00:00:00Z'),
      at('1.0.2', '2026-10-30T00:00:00Z', { withdrawnAt: IMPORTED }),
      at('1.0.1', '2025-11-01T00:00:00Z'),
      at('1.0.0', '2025-10-31T23:59:59Z'),
    ]);
    assert.equal(standing(entries, AS_OF).inLastYear, 2);
  });
});

describe('compareVersions', () => {
  test('goes by the scheme of the project, then by the whole tag', () => {
    const releases = ['1.10', '1.9'].map((version) => aRelease({ version }));
    const [a, b] = entriesOf(releases, aProject({ track: { scheme: 'loose' } })).sort(compareVersions);
    assert.deepEqual([a?.version, b?.version], ['1.9', '1.10']);
    const [c, d] = entriesOf(releases).sort(compareVersions);
    assert.deepEqual([c?.version, d?.version], ['1.10', '1.9'], 'no semver, so by text');
  });
});

test('a standing tells the newest by date, the lines that go on, and what cannot be read', () => {
  const versions = ['nightly', '1.0.0', '2.0.0', '1.0.1', '3.0.0-rc.1'];
  const releases = versions.map((version, day) =>
    aRelease({ version, publishedAt: `2026-09-0${day + 1}T00:00:00Z` }),
  );
  const { latest, newest, tracks, unreadable } = standing(entriesOf(releases), AS_OF);
  assert.deepEqual([latest?.version, newest?.version, unreadable], ['2.0.0', '1.0.1', 1]);
  assert.deepEqual(
    tracks.map(({ name }) => name),
    ['2', '1'],
  );
  assert.deepEqual(
    standing(entriesOf(releases.slice(0, 3)), AS_OF).tracks.map(({ name }) => name),
    ['2'],
    'a line that ended is none that goes on',
  );
  const later = standing(entriesOf(releases), '2028-01-01T00:00:00Z').tracks;
  assert.deepEqual(
    later.map(({ name }) => name),
    ['2'],
    'nor is one without a release in a year',
  );
});
