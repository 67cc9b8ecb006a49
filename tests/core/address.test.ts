import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../src/core/address.ts';
import { parsePackage } from '../../src/core/package.ts';

const AXIOS = parsePackage('pkg:npm/axios');
const SCOPED = parsePackage('pkg:npm/%40octokit/graphql');
const ASTRO = parsePackage('pkg:github/withastro/astro');
const NOWHERE = parsePackage('pkg:generic/tool');

describe('public pages', () => {
  test('of a project', () => {
    assert.equal(projectUrl(AXIOS), 'https://www.npmjs.com/package/axios');
    assert.equal(projectUrl(SCOPED), 'https://www.npmjs.com/package/@octokit/graphql');
    assert.equal(projectUrl(ASTRO), 'https://github.com/withastro/astro');
    assert.equal(projectUrl(NOWHERE), undefined);
  });

  test('of a release', () => {
    assert.equal(releaseUrl(AXIOS, '1.0.0+x/"'), 'https://www.npmjs.com/package/axios/v/1.0.0%2Bx%2F%22');
    assert.equal(
      releaseUrl(ASTRO, '@astrojs/node@9.1.0'),
      'https://github.com/withastro/astro/releases/tag/%40astrojs/node%409.1.0',
    );
    assert.equal(releaseUrl(ASTRO, 'a?b#c'), 'https://github.com/withastro/astro/releases/tag/a%3Fb%23c');
    assert.equal(releaseUrl(NOWHERE, '1'), undefined);
    assert.equal(
      releaseUrl(NOWHERE, '1', 'https://example.com/'),
      'https://example.com/',
      'what is stored wins',
    );
  });

  test('of a comparison', () => {
    assert.equal(comparisonUrl(ASTRO, 'v1', 'a/v2'), 'https://github.com/withastro/astro/compare/v1...a/v2');
    assert.equal(comparisonUrl(AXIOS, '1', '2'), undefined);
  });
});

describe('a pasted address', () => {
  for (const [address, purl] of [
    ['https://github.com/withastro/astro', 'pkg:github/withastro/astro'],
    ['http://www.github.com/withastro/astro.git', 'pkg:github/withastro/astro'],
    ['https://github.com/withastro/astro/releases/tag/x?y#z', 'pkg:github/withastro/astro'],
    ['https://www.npmjs.com/package/axios', 'pkg:npm/axios'],
    ['https://www.npmjs.com/package/axios/v/1.0.0', 'pkg:npm/axios'],
    ['https://npmjs.com/package/@octokit/graphql', 'pkg:npm/@octokit/graphql'],
    ['oci://ghcr.io/acme/charts/tool', 'pkg:oci/tool?repository_url=ghcr.io/acme/charts/tool'],
    [
      'oci://registry.corp.example:5000/charts/tool',
      'pkg:oci/tool?repository_url=registry.corp.example:5000/charts/tool',
    ],
    ['oci://registry-1.docker.io/bitnamicharts/nginx', 'pkg:docker/bitnamicharts/nginx'],
    ['https://github.com/withastro', undefined],
    ['https://github.com/', undefined],
    ['https://www.npmjs.com/', undefined],
    ['https://github.com.evil.example/a/b', undefined],
    ['https://example.com/a/b', undefined],
    ['ftp://github.com/a/b', undefined],
    ['javascript:alert(1)', undefined],
    ['axios', undefined],
    ['', undefined],
  ] as const) {
    test(address === '' ? 'empty' : address, () => assert.equal(purlOfAddress(address), purl));
  }
});
