import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InvalidPackage, packageName, parsePackage } from '../../src/core/package.ts';

/** Input, canonical purl, namespace and name. */
const VALID: readonly (readonly [string, string, string | undefined, string])[] = [
  ['pkg:npm/axios', 'pkg:npm/axios', undefined, 'axios'],
  ['pkg:npm/JSONStream', 'pkg:npm/JSONStream', undefined, 'JSONStream'],
  ['pkg:NPM/JSONStream', 'pkg:npm/JSONStream', undefined, 'JSONStream'],
  ['pkg:npm/@octokit/graphql', 'pkg:npm/%40octokit/graphql', '@octokit', 'graphql'],
  ['pkg:npm/%40octokit/graphql', 'pkg:npm/%40octokit/graphql', '@octokit', 'graphql'],
  ['pkg:npm/%40Octokit/GraphQL', 'pkg:npm/%40Octokit/GraphQL', '@Octokit', 'GraphQL'],
  ['pkg:npm/a(b)!', 'pkg:npm/a%28b%29%21', undefined, 'a(b)!'],
  ['pkg:github/WithAstro/Astro', 'pkg:github/withastro/astro', 'withastro', 'astro'],
  ['pkg:GitHub/withastro/astro', 'pkg:github/withastro/astro', 'withastro', 'astro'],
  ['pkg:maven/org.slf4j/slf4j-api', 'pkg:maven/org.slf4j/slf4j-api', 'org.slf4j', 'slf4j-api'],
  ['pkg:pypi/Foo_Bar', 'pkg:pypi/foo-bar', undefined, 'foo-bar'],
  ['pkg:pypi/Foo.-_Bar', 'pkg:pypi/foo-bar', undefined, 'foo-bar'],
  ['pkg:gitlab/Group/Sub/Name', 'pkg:gitlab/group/sub/name', 'group/sub', 'name'],
  ['pkg:docker/nginx', 'pkg:docker/nginx', undefined, 'nginx'],
  ['pkg:nuget/Newtonsoft.Json', 'pkg:nuget/Newtonsoft.Json', undefined, 'Newtonsoft.Json'],
  ['pkg:golang/github.com/Foo/bar', 'pkg:golang/github.com/Foo/bar', 'github.com/Foo', 'bar'],
];

const INVALID: readonly string[] = [
  '',
  'axios',
  'npm/axios',
  'https://github.com/a/b',
  'pkg:npm/',
  'pkg:npm/axios@1.0.0',
  'pkg:npm/@octokit/graphql@1.0.0',
  'pkg:github/a/b@v1',
  'pkg:github/a/b#src',
  'pkg:npm/axios#src',
  'pkg:npm/axios?repository_url=https://me:secret@npm.corp.example',
  'pkg:npm/axios?repository_url=token@npm.corp.example',
  'pkg:git/x?repository_url=ssh://git@host.example/x',
  'pkg:pypi/a/b',
  'pkg:oci/x',
  'pkg:golang/fmt',
  'pkg:golang/encoding/json',
  'pkg:feed/x',
  'pkg:git/x',
  'pkg:gitea/a/b',
  'pkg:gitlab/x',
  'pkg:composer/x',
  'pkg:cargo/a/b',
  'pkg:npm/..',
  'pkg:npm/%2e%2e',
  'pkg:npm/.',
  'pkg:github/a/..',
  'pkg:github/../b',
  'pkg:npm//axios',
  'pkg:npm/%ff',
  'pkg:npm/a%0aCo-authored-by:x',
  'pkg:github/a%1b/b',
  `pkg:npm/${'a'.repeat(512)}`,
];

describe('parsePackage', () => {
  for (const [text, purl, namespace, name] of VALID) {
    test(text, () => {
      const pkg = parsePackage(text);
      assert.deepEqual([pkg.purl, pkg.namespace, pkg.name], [purl, namespace, name]);
      assert.equal(pkg.type, purl.slice(4, purl.indexOf('/')));
      assert.deepEqual(parsePackage(pkg.purl), pkg, 'the canonical purl reads as the same package');
    });
  }

  for (const text of INVALID) {
    test(`refuses ${text.slice(0, 60)}`, () => assert.throws(() => parsePackage(text), InvalidPackage));
  }

  test('keeps the one qualifier that says where a package lives', () => {
    const pkg = parsePackage('pkg:gitlab/group/sub/project?foo=1&repository_url=https://gitlab.example.com');
    assert.equal(pkg.repositoryUrl, 'gitlab.example.com');
    assert.equal(pkg.purl, 'pkg:gitlab/group/sub/project?repository_url=gitlab.example.com');
    assert.deepEqual(parsePackage(pkg.purl), pkg);
    assert.equal(parsePackage('pkg:npm/a?repository_url=npm.example.com').repositoryUrl, 'npm.example.com');
  });

  for (const text of ['pkg:github/foo', 'pkg:github/a/b/c', 'pkg:npm/acme/widget', 'pkg:npm/@a/b/c']) {
    test(`refuses ${text}, which its registry cannot have`, () => {
      assert.throws(() => parsePackage(text), InvalidPackage);
    });
  }

  test('says what is wrong', () => {
    assert.throws(() => parsePackage('pkg:npm/a@1'), /pkg:npm\/a@1 names one version or file/);
    assert.throws(() => parsePackage('axios'), /axios is no purl/);
  });
});

describe('packageName', () => {
  const NAMES = [
    ['pkg:npm/axios', 'axios'],
    ['pkg:npm/@octokit/graphql', '@octokit/graphql'],
    ['pkg:github/withastro/astro', 'withastro/astro'],
    ['pkg:maven/org.slf4j/slf4j-api', 'org.slf4j:slf4j-api'],
  ] as const;
  for (const [purl, name] of NAMES) {
    test(purl, () => assert.equal(packageName(parsePackage(purl)), name));
  }
});
