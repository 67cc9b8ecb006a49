import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Release } from '../../src/core/release.ts';
import { type TrackNeighbours, trackNeighbours } from '../../src/derive/track-neighbours.ts';
import { aProject, aRelease, entriesOf } from '../build-release.ts';

type Odd = Readonly<Record<string, Partial<Release>>>;

/** Releases in the order in which they came out, a day apart: `track: older < newer (before)` of one of them. */
function beside(versions: readonly string[], one: string, odd: Odd = {}, scheme?: 'maven'): string {
  const releases = versions.map((version, day) =>
    aRelease({
      version,
      publishedAt: `2026-01-${String(day + 1).padStart(2, '0')}T00:00:00Z`,
      ...odd[version],
    }),
  );
  const entries = entriesOf(releases, aProject(scheme && { track: { scheme } }));
  const entry = entries.find(({ version }) => version === one) ?? assert.fail(one);
  const found = trackNeighbours(entries).get(entry);
  if (found === undefined) return 'nothing';
  return inWords(found);
}

function inWords({ track, older, newer, before }: TrackNeighbours): string {
  const [below, above, from] = [older, newer, before].map((side) => side?.version ?? '–');
  return `${track}: ${below} < ${above} (${from})`;
}

const NODE = ['20.0.0', '22.0.0', '20.1.0', '23.0.0-rc.1', '24.0.0', '22.1.0', '20.2.0'];
const KUBERNETES = ['1.32.0', '1.33.0', '1.32.1', '1.33.1', '1.34.0', '1.33.2', '1.34.1', '1.35.0-rc.1'];

describe('the neighbours of a version on its track', () => {
  for (const [versions, one, words] of [
    [NODE, '20.1.0', '20: 20.0.0 < 20.2.0 (20.0.0)'],
    [NODE, '22.0.0', '22: – < 22.1.0 (20.2.0)'],
    [NODE, '20.0.0', '20: – < 20.1.0 (–)'],
    [NODE, '24.0.0', '24: – < – (22.1.0)'],
    [NODE, '23.0.0-rc.1', '23: – < – (22.1.0)'],
    [KUBERNETES, '1.33.1', '1.33: 1.33.0 < 1.33.2 (1.33.0)'],
    [KUBERNETES, '1.34.0', '1.34: – < 1.34.1 (1.33.2)'],
    [KUBERNETES, '1.35.0-rc.1', '1.35: – < – (1.34.1)'],
    [['nightly', '1.0.0'], 'nightly', 'nothing'],
  ] as const) {
    test(`${one} of ${versions.join(' ')}`, () => assert.equal(beside(versions, one), words));
  }

  test('are stable ones for a stable one, and any for a pre-release', () => {
    const versions = ['1.0.0', '1.1.0-rc.1', '1.1.0-rc.2', '1.1.0'];
    assert.equal(beside(versions, '1.0.0'), '1: – < 1.1.0 (–)');
    assert.equal(beside(versions, '1.1.0'), '1: 1.0.0 < – (1.0.0)');
    assert.equal(beside(versions, '1.1.0-rc.1'), '1: 1.0.0 < 1.1.0-rc.2 (1.0.0)');
    assert.equal(beside(versions, '1.1.0-rc.2'), '1: 1.1.0-rc.1 < 1.1.0 (1.1.0-rc.1)');
  });

  test('are those that upstream stands by, for one that it does not as well', () => {
    const versions = ['1.0.0', '1.1.0', '1.2.0'];
    const yanked = { '1.1.0': { yanked: 'broken' } };
    assert.equal(beside(versions, '1.2.0', yanked), '1: 1.0.0 < – (1.0.0)');
    assert.equal(beside(versions, '1.0.0', yanked), '1: – < 1.2.0 (–)');
    assert.equal(beside(versions, '1.1.0', yanked), '1: 1.0.0 < 1.2.0 (1.0.0)');
  });

  test('are of the same variant', () => {
    const guava = ['31.0-android', '31.0-jre', '31.1-jre', '31.1-android', '32.0-jre'];
    assert.equal(beside(guava, '31.1-jre', {}, 'maven'), '31 jre: 31.0-jre < – (31.0-jre)');
    assert.equal(beside(guava, '31.0-android', {}, 'maven'), '31 android: – < 31.1-android (–)');
    assert.equal(beside(guava, '32.0-jre', {}, 'maven'), '32 jre: – < – (31.1-jre)');
  });

  test('are of the same component of a monorepo', () => {
    const tags = [
      '@s/x@1.0.0',
      '@s/y@0.9.0',
      '@s/x@1.9.0',
      '@s/y@1.2.0',
      '@s/x@1.10.0',
      'v3.0.0',
      '@s/x@2.0.0',
    ];
    const project = aProject({ package: parsePackage('pkg:github/acme/mono') });
    const entries = entriesOf(
      tags.map((version) => aRelease({ version })),
      project,
    );
    const told = [...trackNeighbours(entries)].map(([{ version }, found]) => [version, inWords(found)]);
    assert.deepEqual(Object.fromEntries(told), {
      '@s/x@1.0.0': '@s/x 1: – < @s/x@1.9.0 (–)',
      '@s/x@1.9.0': '@s/x 1: @s/x@1.0.0 < @s/x@1.10.0 (@s/x@1.0.0)',
      '@s/x@1.10.0': '@s/x 1: @s/x@1.9.0 < – (@s/x@1.9.0)',
      '@s/x@2.0.0': '@s/x 2: – < – (@s/x@1.10.0)',
      '@s/y@0.9.0': '@s/y 0: – < – (–)',
      '@s/y@1.2.0': '@s/y 1: – < – (@s/y@0.9.0)',
      '3.0.0': '3: – < – (–)',
    });
  });
});
