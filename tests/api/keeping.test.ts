import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { latestText } from '../../src/api/to-latest.ts';
import { parsePackage } from '../../src/core/package.ts';
import type { Site } from '../../src/site.ts';
import { aProject, aRelease, hoursLater } from '../build-release.ts';
import { aSite, aView } from '../outputs/build-site.ts';
import { aFullSite, aFullView, filesOf, releases } from './an-api.ts';

/** The files that differ between two sites. */
function differing(one: Site, other: Site): string[] {
  const [before, after] = [filesOf(one), filesOf(other)];
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

describe('the bytes', () => {
  test('are the same for the same data', () => assert.deepEqual(differing(aFullSite(), aFullSite()), []));

  test('depend on the day in the index and the metrics alone', () => {
    assert.deepEqual(differing(aFullSite(), aFullSite({ asOf: hoursLater(24 * 800) })), [
      'api/v1/index.json',
      'metrics.txt',
    ]);
  });

  test('of a new release are those of its project, its month, and the lists', () => {
    const site = (count: number) =>
      aSite([
        aFullView(),
        aView(releases(count), aProject({ id: 'many', package: parsePackage('pkg:npm/many') })),
      ]);
    assert.deepEqual(differing(site(310), site(311)), [
      'api/v1/index.json',
      'api/v1/latest.json',
      'api/v1/latest/many.txt',
      'api/v1/projects.json',
      'api/v1/projects/many.json',
      'api/v1/releases/2025-11.json',
      'metrics.txt',
    ]);
  });
});

describe('the latest version as text', () => {
  for (const [version, wanted] of [
    ['1.2.3', '1.2.3\n'],
    ['2024-11-05_b/x', '2024-11-05_b/x\n'],
    ['1.0.0;rm', '1.0.0;rm\n'],
    ['1.0.0 rm', undefined],
    ['1.0.0\nrm', undefined],
    ['1.0.0\u202e', undefined],
    ['\u{1f600}', undefined],
    ['1'.repeat(256), undefined],
  ] as const) {
    test(`${JSON.stringify(version.slice(0, 20))} is ${wanted === undefined ? 'left out' : 'a line'}`, () => {
      const view = aView([aRelease({ version })], aProject({ track: { scheme: 'loose' } }));
      assert.equal(view.standing.latest?.version, version);
      assert.equal(latestText(view), wanted);
    });
  }

  test('is left out where there is none', () => assert.equal(latestText(aView([])), undefined));
});
