import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const LINUX = 'git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git';

test('the page of a git repository', () => {
  const linux = parsePackage(`pkg:git/linux?repository_url=${LINUX}`);
  assert.equal(projectUrl(linux), `https://${LINUX}`);
  assert.equal(releaseUrl(linux, 'v6.1'), undefined);
  assert.equal(comparisonUrl(linux, 'v6.0', 'v6.1'), undefined);
  const plain = parsePackage('pkg:git/x?repository_url=http://git.example:8080/x');
  assert.equal(projectUrl(plain), 'http://git.example:8080/x');
  for (const other of ['ssh://git.example/x.git', 'file:///etc/passwd'])
    assert.equal(
      projectUrl(parsePackage(`pkg:git/x?repository_url=${encodeURIComponent(other)}`)),
      undefined,
    );
});

for (const [address, purl] of [
  [`https://${LINUX}`, `pkg:git/linux?repository_url=${LINUX}`],
  [`https://${LINUX}/`, `pkg:git/linux?repository_url=${LINUX}`],
  [`https://${LINUX}/tag/?h=v6.1#x`, `pkg:git/linux?repository_url=${LINUX}`],
  ['http://git.example:8080/a/b.git', 'pkg:git/b?repository_url=http%3A//git.example%3A8080/a/b.git'],
  ['https://git.example/a%20b.git', 'pkg:git/a%20b?repository_url=git.example/a%2520b.git'],
  ['https://github.com/acme/tool.git', 'pkg:github/acme/tool'],
  ['https://gitlab.com/acme/tool.git', 'pkg:gitlab/acme/tool'],
  ['https://user:word@git.example/b.git', undefined],
  ['https://git.example/.git', undefined],
  ['https://git.example/b', undefined],
  ['https://git.example/b.github', undefined],
] as const) {
  test(address, () => {
    assert.equal(purlOfAddress(address), purl);
    if (purl !== undefined) parsePackage(purl);
  });
}
