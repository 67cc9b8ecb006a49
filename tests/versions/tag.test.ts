import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isOwnComponent, readTag } from '../../src/versions/tag.ts';

/** Tag, component, version. */
const TAGS: readonly (readonly [string, string | undefined, string])[] = [
  ['1.2.3', undefined, '1.2.3'],
  ['v1.2.3', undefined, '1.2.3'],
  ['V1.2.3', undefined, '1.2.3'],
  ['v1', undefined, '1'],
  ['1.0.0-rc.1', undefined, '1.0.0-rc.1'],
  ['v5.0.0-beta.3', undefined, '5.0.0-beta.3'],
  ['2024-01-05', undefined, '2024-01-05'],
  ['2024.01.05', undefined, '2024.01.05'],
  ['20240105', undefined, '20240105'],
  ['3.12.0a1', undefined, '3.12.0a1'],
  ['1.2.3+build.5', undefined, '1.2.3+build.5'],
  ['astro@7.3.5', 'astro', '7.3.5'],
  ['@astrojs/node@9.1.0', '@astrojs/node', '9.1.0'],
  ['@scope/pkg@v1.0.0', '@scope/pkg', '1.0.0'],
  ['create-vite@6.0.0-beta.1', 'create-vite', '6.0.0-beta.1'],
  ['log4j-2.17.1', 'log4j', '2.17.1'],
  ['commons-lang3-3.12.0', 'commons-lang3', '3.12.0'],
  ['helm-chart-4.11.3', 'helm-chart', '4.11.3'],
  ['release-1.2', 'release', '1.2'],
  ['release/1.0', 'release', '1.0'],
  ['releases/v2.0', 'releases', '2.0'],
  ['version-3.4', 'version', '3.4'],
  ['sdk/v1.35.0', 'sdk', '1.35.0'],
  ['service/s3/v1.60.1', 'service/s3', '1.60.1'],
  ['kustomize/v5.4.2', 'kustomize', '5.4.2'],
  ['azure-core_1.49.0', 'azure-core', '1.49.0'],
  ['curl-8_5_0', 'curl', '8_5_0'],
  ['OpenSSL_1_1_1w', 'OpenSSL', '1_1_1w'],
  ['REL_16_1', 'REL', '16_1'],
  ['jdk-21+35', 'jdk', '21+35'],
  ['php-8.3.0RC1', 'php', '8.3.0RC1'],
  ['prometheus-2.48.0-rc.0', 'prometheus', '2.48.0-rc.0'],
  ['cli-v0.9.1', 'cli', '0.9.1'],
  ['foo-2024-01-05', 'foo', '2024-01-05'],
  ['name@1.2.3@4', 'name@1.2.3', '4'],
];

const NO_VERSION = [
  '',
  'latest',
  'nightly',
  'main',
  'v',
  '-1',
  '@1.0.0',
  'go1.22.1',
  'n6.1',
  'foo-bar',
  `v${'1'.repeat(255)}`,
];

describe('a tag', () => {
  for (const [tag, component, version] of TAGS) {
    test(tag, () => assert.deepEqual(readTag(tag), { component, version }));
  }

  for (const tag of NO_VERSION) {
    test(`“${tag.slice(0, 20)}” names no version`, () => assert.equal(readTag(tag), undefined));
  }

  const PATTERNS: readonly (readonly [string, string, string | undefined])[] = [
    ['go(?<version>.+)', 'go1.22.1', '1.22.1'],
    ['v(?<version>.+)', 'v1.0', '1.0'],
    ['v(?<version>.+)', 'xv1.0', undefined],
    ['v(?<version>\\d+)', 'v1.0', undefined],
    ['astro@(?<version>.+)', '@astrojs/node@9.1.0', undefined],
    ['a(?<version>1)|b(?<version>2)', 'b2', '2'],
    ['v(?<version>.+)|latest', 'latest', undefined],
  ];
  for (const [pattern, tag, version] of PATTERNS) {
    test(`${tag} by ${pattern}`, () => {
      const expected = version === undefined ? undefined : { component: undefined, version };
      assert.deepEqual(readTag(tag, pattern), expected);
    });
  }
});

describe('a component', () => {
  for (const [component, names, isOwn] of [
    [undefined, [], true],
    ['release', [], true],
    ['Releases', [], true],
    ['v', [], true],
    ['tags', [], true],
    ['astro', ['astro'], true],
    ['Astro', ['x', 'aSTRO'], true],
    ['@astrojs/node', ['astro'], false],
    ['astro', [], false],
  ] as const) {
    test(`${component} of ${names.join() || 'nobody'} is ${isOwn ? 'the project itself' : 'another'}`, () => {
      assert.equal(isOwnComponent(component, names), isOwn);
    });
  }
});
