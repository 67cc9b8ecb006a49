import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const TOOL = parsePackage('pkg:composer/acme/tool');
const OWN = parsePackage('pkg:composer/acme/tool?repository_url=packages.acme.example');

test('pages of a package at Packagist', () => {
  assert.equal(projectUrl(TOOL), 'https://packagist.org/packages/acme/tool');
  assert.equal(releaseUrl(TOOL, 'v1.0+a/b'), 'https://packagist.org/packages/acme/tool#v1.0%2Ba%2Fb');
  assert.equal(
    projectUrl(parsePackage('pkg:composer/a%23b/c%3Fd')),
    'https://packagist.org/packages/a%23b/c%3Fd',
  );
  assert.equal(comparisonUrl(TOOL, '1', '2'), undefined);
});

test('a package of another repository has no page', () => {
  assert.equal(projectUrl(OWN), undefined);
  assert.equal(releaseUrl(OWN, '1'), undefined);
});

for (const [address, purl] of [
  ['https://packagist.org/packages/acme/tool', TOOL.purl],
  ['https://packagist.org/packages/acme/tool/#v1.0', TOOL.purl],
  ['https://packagist.org/packages/acme/tool/stats', TOOL.purl],
  ['https://packagist.org/packages/acme/tool.json', TOOL.purl],
  ['https://repo.packagist.org/p2/acme/tool.json', TOOL.purl],
  ['https://repo.packagist.org/p2/acme/tool~dev.json', TOOL.purl],
  ['https://repo.packagist.org/packages/acme/tool', undefined],
  ['https://packagist.org/packages/acme/', undefined],
  ['https://packagist.org/packages/list.json', undefined],
  ['https://packagist.org/p2/acme/tool.json', undefined],
  ['https://packagist.org.evil.example/packages/acme/tool', undefined],
] as const) {
  test(`the purl of ${address}`, () => {
    assert.equal(purlOfAddress(address), purl);
    if (purl !== undefined) assert.equal(parsePackage(purl).purl, purl);
  });
}
