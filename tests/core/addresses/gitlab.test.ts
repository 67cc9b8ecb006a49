import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const DEEP = parsePackage('pkg:gitlab/acme/deep/tool');
const OWN = parsePackage('pkg:gitlab/acme/tool?repository_url=git.example.com:8443/gitlab');
const PLAIN = parsePackage('pkg:gitlab/acme/tool?repository_url=http://git.example.com');

test('pages of a project at GitLab', () => {
  assert.equal(projectUrl(DEEP), 'https://gitlab.com/acme/deep/tool');
  assert.equal(projectUrl(OWN), 'https://git.example.com:8443/gitlab/acme/tool');
  assert.equal(projectUrl(PLAIN), 'http://git.example.com/acme/tool');
  assert.equal(projectUrl(parsePackage('pkg:gitlab/acme/a%3Fb%23c')), 'https://gitlab.com/acme/a%3Fb%23c');
  assert.equal(releaseUrl(DEEP, 'v1.0'), 'https://gitlab.com/acme/deep/tool/-/releases/v1.0');
  assert.equal(releaseUrl(DEEP, 'a/b?#'), 'https://gitlab.com/acme/deep/tool/-/releases/a%2Fb%3F%23');
  assert.equal(
    comparisonUrl(DEEP, 'v1', 'a/v2?'),
    'https://gitlab.com/acme/deep/tool/-/compare/v1...a/v2%3F',
  );
});

for (const [address, purl] of [
  ['https://gitlab.com/acme/tool', 'pkg:gitlab/acme/tool'],
  ['https://www.gitlab.com/acme/tool/', 'pkg:gitlab/acme/tool'],
  ['https://gitlab.com/acme/deep/er/tool.git', 'pkg:gitlab/acme/deep/er/tool'],
  ['https://gitlab.com/acme/deep/tool/-/releases/v1.0', 'pkg:gitlab/acme/deep/tool'],
  ['https://gitlab.com/acme/tool/-/tags?sort=updated#x', 'pkg:gitlab/acme/tool'],
  ['https://gitlab.com/acme/tool/tree/main/docs', 'pkg:gitlab/acme/tool'],
  ['https://gitlab.com/acme/tool/raw/main/README.md', 'pkg:gitlab/acme/tool'],
  ['https://gitlab.example.org/acme/tool', 'pkg:gitlab/acme/tool?repository_url=gitlab.example.org'],
  ['https://gitlab.example.org:8443/a/b/-/issues', 'pkg:gitlab/a/b?repository_url=gitlab.example.org%3A8443'],
  ['https://gitlab.com/acme', undefined],
  ['https://gitlab.com/', undefined],
  ['https://gitlab.com/groups/acme/deep', undefined],
  ['https://gitlab.com/explore/projects', undefined],
  ['https://gitlab.com/users/sign_in', undefined],
  ['https://gitlab.com/acme/-/packages', undefined],
  ['https://gitlab.com/-/snippets/5', undefined],
  ['https://gitlab.io/acme/tool', undefined],
  ['https://docs.gitlab.com/api/releases/', undefined],
  ['https://mygitlab.example/acme/tool', undefined],
] as const) {
  test(`the purl of ${address}`, () => {
    assert.equal(purlOfAddress(address), purl);
    if (purl !== undefined) assert.equal(parsePackage(purl).purl, purl);
  });
}
