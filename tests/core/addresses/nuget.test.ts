import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const TOOL = parsePackage('pkg:nuget/Acme.Tool');
const OWN = parsePackage('pkg:nuget/Acme.Tool?repository_url=nuget.acme.example/v3/index.json');

test('pages of a package at NuGet', () => {
  assert.equal(projectUrl(TOOL), 'https://www.nuget.org/packages/Acme.Tool');
  assert.equal(releaseUrl(TOOL, '1.0.0+a/b'), 'https://www.nuget.org/packages/Acme.Tool/1.0.0%2Ba%2Fb');
  assert.equal(projectUrl(parsePackage('pkg:nuget/a%3Fb%23c')), 'https://www.nuget.org/packages/a%3Fb%23c');
  assert.equal(comparisonUrl(TOOL, '1', '2'), undefined);
});

test('a package of another feed has no page', () => {
  assert.equal(projectUrl(OWN), undefined);
  assert.equal(releaseUrl(OWN, '1'), undefined);
});

for (const [address, purl] of [
  ['https://www.nuget.org/packages/Acme.Tool', TOOL.purl],
  ['https://nuget.org/packages/Acme.Tool/', TOOL.purl],
  ['https://www.nuget.org/packages/Acme.Tool/1.0.0-rc.1#readme-body-tab', TOOL.purl],
  ['https://www.nuget.org/packages/Acme.Tool/1.0.0/License', TOOL.purl],
  ['https://www.nuget.org/packages?q=acme', undefined],
  ['https://www.nuget.org/profiles/acme', undefined],
  ['https://www.nuget.org.evil.example/packages/Acme.Tool', undefined],
] as const) {
  test(`the purl of ${address}`, () => {
    assert.equal(purlOfAddress(address), purl);
    if (purl !== undefined) assert.equal(parsePackage(purl).purl, purl);
  });
}
