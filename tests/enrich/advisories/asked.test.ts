import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePackage } from '../../../src/core/package.ts';
import { githubEcosystem, indexNames, toAsked } from '../../../src/enrich/advisories/asked.ts';

describe('the name of a package in OSV', () => {
  for (const [purl, ecosystem, name] of [
    ['pkg:npm/%40octokit/graphql', 'npm', '@octokit/graphql'],
    ['pkg:npm/JSONStream', 'npm', 'JSONStream'],
    ['pkg:pypi/Flask_Login', 'PyPI', 'flask-login'],
    ['pkg:cargo/tokio', 'crates.io', 'tokio'],
    ['pkg:maven/org.apache.logging.log4j/log4j-core', 'Maven', 'org.apache.logging.log4j:log4j-core'],
    ['pkg:golang/golang.org/x/crypto', 'Go', 'golang.org/x/crypto'],
    ['pkg:nuget/Newtonsoft.Json', 'NuGet', 'Newtonsoft.Json'],
    ['pkg:gem/rails', 'RubyGems', 'rails'],
    ['pkg:composer/symfony/http-kernel', 'Packagist', 'symfony/http-kernel'],
    ['pkg:githubactions/actions/checkout', 'GitHub Actions', 'actions/checkout'],
    ['pkg:pub/http', 'Pub', 'http'],
    ['pkg:hex/phoenix', 'Hex', 'phoenix'],
  ] as const) {
    test(purl, () => {
      const pkg = parsePackage(purl);
      assert.deepEqual(toAsked(pkg), { purl: pkg.purl, ecosystem, name });
      assert.notEqual(githubEcosystem(ecosystem), undefined);
    });
  }

  for (const purl of [
    'pkg:github/withastro/astro',
    'pkg:docker/nginx',
    'pkg:oci/tool?repository_url=ghcr.io/acme/tool',
    'pkg:npm/secret?repository_url=npm.corp.example',
    'pkg:git/tool?repository_url=git.corp.example/tool',
  ]) {
    test(`is none for ${purl}`, () => {
      assert.equal(toAsked(parsePackage(purl)), undefined);
    });
  }
});

describe('a record means', () => {
  const purls = ['pkg:pypi/flask-login', 'pkg:nuget/Newtonsoft.Json', 'pkg:npm/JSONStream', 'pkg:maven/g/a'];
  const find = indexNames(purls.map(parsePackage).flatMap((pkg) => toAsked(pkg) ?? []));
  for (const [ecosystem, name, expected] of [
    ['PyPI', 'Flask_Login', ['pkg:pypi/flask-login']],
    ['pip', 'flask.login', ['pkg:pypi/flask-login']],
    ['NuGet', 'newtonsoft.json', ['pkg:nuget/Newtonsoft.Json']],
    ['npm', 'JSONStream', ['pkg:npm/JSONStream']],
    ['npm', 'jsonstream', []],
    ['npm', 'flask-login', []],
    ['Maven', 'g:a', ['pkg:maven/g/a']],
    ['Maven:https://maven.google.com', 'g:a', []],
    ['Debian:12', 'flask-login', []],
    ['Debian', 'g:a', []],
    ['npm', '__proto__', []],
  ] as const) {
    test(`by ${name} of ${ecosystem}: ${expected.join() || 'nothing of ours'}`, () => {
      assert.deepEqual(find(ecosystem, name), expected);
    });
  }
});
