import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const TOOL = parsePackage('pkg:gitea/acme/Tool?repository_url=codeberg.org');
const OWN = parsePackage('pkg:gitea/acme/tool?repository_url=http://git.example.com:3000');

test('pages of a repository at Gitea', () => {
  assert.equal(projectUrl(TOOL), 'https://codeberg.org/acme/Tool');
  assert.equal(projectUrl(OWN), 'http://git.example.com:3000/acme/tool');
  assert.equal(
    projectUrl(parsePackage('pkg:gitea/a%23b/c%3Fd?repository_url=codeberg.org')),
    'https://codeberg.org/a%23b/c%3Fd',
  );
  assert.equal(releaseUrl(TOOL, 'a/b?#'), 'https://codeberg.org/acme/Tool/releases/tag/a/b%3F%23');
  assert.equal(comparisonUrl(TOOL, 'v1', 'a/v2?'), 'https://codeberg.org/acme/Tool/compare/v1...a/v2%3F');
});

for (const [address, purl] of [
  ['https://codeberg.org/acme/Tool', 'pkg:gitea/acme/Tool?repository_url=codeberg.org'],
  ['https://codeberg.org/acme/tool.git', 'pkg:gitea/acme/tool?repository_url=codeberg.org'],
  ['https://codeberg.org/acme/tool/releases/tag/v1.0/', 'pkg:gitea/acme/tool?repository_url=codeberg.org'],
  ['https://gitea.com/gitea/tea/src/branch/main', 'pkg:gitea/gitea/tea?repository_url=gitea.com'],
  ['https://code.forgejo.org/a/b', 'pkg:gitea/a/b?repository_url=code.forgejo.org'],
  ['https://gitea.example.org:3000/a/b', 'pkg:gitea/a/b?repository_url=gitea.example.org%3A3000'],
  ['http://forgejo.example.org/a/b', 'pkg:gitea/a/b?repository_url=forgejo.example.org'],
  ['https://codeberg.org/acme', undefined],
  ['https://codeberg.org/explore/repos', undefined],
  ['https://codeberg.org/user/login', undefined],
  ['https://codeberg.org/acme/-/packages', undefined],
  ['https://codeberg.org/api/swagger', undefined],
  ['https://forgejo.org/docs/latest/', undefined],
  ['https://gitea.io/en-us/x', undefined],
  ['https://docs.gitea.com/usage/x', undefined],
  ['https://codeberg.page/a/b', undefined],
] as const) {
  test(`the purl of ${address}`, () => {
    assert.equal(purlOfAddress(address), purl);
    if (purl !== undefined) assert.equal(parsePackage(purl).purl, purl);
  });
}
