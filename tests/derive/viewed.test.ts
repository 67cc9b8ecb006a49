import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import type { Project } from '../../src/core/project.ts';
import { aProject, aRelease, entriesOf } from '../build-release.ts';

const IMAGE = parsePackage('pkg:docker/acme/tool');

/** The versions shown of an image with these tags, and the tags that they stand for. */
function shown(tags: readonly string[], project: Partial<Project> = {}): string[] {
  const releases = tags.map((version, index) =>
    aRelease({ version, publishedAt: `2026-09-${String(28 - index).padStart(2, '0')}T00:00:00Z` }),
  );
  return entriesOf(releases, aProject({ package: IMAGE, ...project })).map(({ version, release }) =>
    version === release.version ? version : `${version} (${release.version})`,
  );
}

describe('of the tags of an image are shown', () => {
  for (const [name, tags, expected] of [
    [
      'those with the most numbers and no suffix',
      ['latest', '3', '3.12', '3.12.4', '3.12.4-alpine', '3.12.3', '3.12.3-slim', 'alpine'],
      ['3.12.4', '3.12.3'],
    ],
    ['two numbers where there are no more', ['18', '18.1', '18.1-alpine', '17.6'], ['18.1', '17.6']],
    ['pre-releases too', ['3.13.0rc1', '3.12.4', '3.13-rc'], ['3.13.0rc1', '3.12.4']],
    ['pre-releases alone', ['0.1.0-beta.1', 'latest'], ['0.1.0-beta.1']],
    ['a suffix where there are no others', ['1.2.3-ls4', '1.2.2-ls3', 'latest'], ['1.2.3-ls4', '1.2.2-ls3']],
    ['with and without v, once', ['v1.2.3', '1.2.3', '1.2.2'], ['v1.2.3', '1.2.2']],
    ['all, where none is a version', ['latest', 'edge'], ['latest', 'edge']],
  ] as const) {
    test(name, () => assert.deepEqual(shown(tags), expected));
  }

  test('those of another variant, if the watchlist picks it', () => {
    const track = { match: '(?<version>[\\d.]+)-alpine' };
    const tags = ['3.12.4', '3.12.4-alpine', '3.12.3-alpine', 'alpine'];
    assert.deepEqual(shown(tags, { track }), ['3.12.4 (3.12.4-alpine)', '3.12.3 (3.12.3-alpine)']);
  });
});

test('odd minors are pre-releases where the watchlist says so', () => {
  const releases = ['3.38.1', '3.37.90'].map((version) => aRelease({ version }));
  const prereleases = (track: Project['track']) =>
    entriesOf(releases, aProject({ track })).flatMap(({ version, prerelease }) =>
      prerelease ? [version] : [],
    );
  assert.deepEqual(prereleases({}), []);
  assert.deepEqual(prereleases({ oddMinors: 'unstable' }), ['3.37.90']);
});

test('a name that says so is a pre-release, though it is no version', () => {
  const [nightly, latest] = ['nightly', 'final'].map((version) => entriesOf([aRelease({ version })])[0]);
  assert.deepEqual([nightly?.prerelease, latest?.prerelease], [true, false]);
});

test('a pattern is about tags, not about the plain versions of a registry', () => {
  const [entry] = entriesOf(
    [aRelease({ version: '1.2.3' })],
    aProject({ track: { match: 'tool@(?<version>.+)' } }),
  );
  assert.equal(entry?.version, '1.2.3');
});
