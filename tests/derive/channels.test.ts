import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../src/core/package.ts';
import { joinChannels } from '../../src/derive/channels.ts';
import { aProject, aRecord, aRelease } from '../build-release.ts';

const GITHUB = parsePackage('pkg:github/withastro/astro');
const PYPI = parsePackage('pkg:pypi/astro');
const DOCKER = parsePackage('pkg:docker/astro');

function find(primary: string, channel: string, versions: readonly string[], version: string) {
  const pkg = parsePackage(channel);
  const releases = versions.map((text) => aRelease({ version: text }));
  const records = new Map([[pkg.purl, aRecord({ package: pkg.purl, releases })]]);
  const project = aProject({ id: 'astro', package: parsePackage(primary), channels: [pkg] });
  return joinChannels(project, records)(version).map(({ release }) => release.version);
}

describe('a channel joins by normalised version', () => {
  for (const [channel, versions, version, found] of [
    [GITHUB.purl, ['v1.2.3', 'v1.2.2'], '1.2.3', 'v1.2.3'],
    [GITHUB.purl, ['astro@1.2.3', '@astrojs/node@1.2.3'], '1.2.3', 'astro@1.2.3'],
    [GITHUB.purl, ['@astrojs/node@1.2.3'], '1.2.3', undefined],
    [GITHUB.purl, ['nightly'], '1.2.3', undefined],
    [PYPI.purl, ['1.2.3rc1'], '1.2.3-rc.1', '1.2.3rc1'],
    [PYPI.purl, ['1.2'], '1.2.0', '1.2'],
    [PYPI.purl, ['1.2', '1.2.0'], '1.2.0', '1.2.0'],
    [PYPI.purl, ['1.2.0', '1.2'], '1.2', '1.2'],
    [DOCKER.purl, ['1.2', '1.2.0-alpine'], '1.2.0', undefined],
    [DOCKER.purl, ['1.2', 'v1.2.0'], '1.2.0', 'v1.2.0'],
  ] as const) {
    test(`${version} in ${channel} with ${versions.join(', ')}`, () => {
      assert.deepEqual(find('pkg:npm/astro', channel, versions, version), found === undefined ? [] : [found]);
    });
  }

  test('the moving tag of an image is no version of another channel', () => {
    assert.deepEqual(find(DOCKER.purl, PYPI.purl, ['1.2.0'], '1.2'), []);
    assert.deepEqual(find(DOCKER.purl, PYPI.purl, ['1.2.0'], '1.2.0'), ['1.2.0']);
  });

  test('of two releases of one version the newer one stands', () => {
    assert.deepEqual(find('pkg:npm/astro', GITHUB.purl, ['v1.2.3', '1.2.3'], '1.2.3'), ['v1.2.3']);
  });

  test('every channel gives one release at most', () => {
    const record = (purl: string, version: string) =>
      [purl, aRecord({ package: purl, releases: [aRelease({ version })] })] as const;
    const records = new Map([record(GITHUB.purl, 'v2.0.0'), record(PYPI.purl, '2.0.0')]);
    const project = aProject({ id: 'astro', channels: [GITHUB, PYPI, DOCKER] });
    const found = joinChannels(project, records)('2.0.0');
    assert.deepEqual(
      found.map(({ package: pkg, release }) => [pkg.type, release.version]),
      [
        ['github', 'v2.0.0'],
        ['pypi', '2.0.0'],
      ],
    );
  });
});
