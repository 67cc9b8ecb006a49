import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const PUBLIC = parsePackage('pkg:gem/rails');
const PRIVATE = parsePackage('pkg:gem/rails?repository_url=corp.example');

test('public pages', () => {
  assert.equal(projectUrl(PUBLIC), 'https://rubygems.org/gems/rails');
  assert.equal(releaseUrl(PUBLIC, '1.0+a/b'), 'https://rubygems.org/gems/rails/versions/1.0%2Ba%2Fb');
  assert.equal(comparisonUrl(PUBLIC, '1.0', '2.0'), undefined);
});

test('another registry has none that we know', () => {
  assert.deepEqual([projectUrl(PRIVATE), releaseUrl(PRIVATE, '1.0')], [undefined, undefined]);
});

describe('a pasted address', () => {
  for (const [address, purl] of [
    ['https://rubygems.org/gems/rails', 'pkg:gem/rails'],
    ['https://www.rubygems.org/gems/rails/', 'pkg:gem/rails'],
    ['https://rubygems.org/gems/rails/versions/8.0.0-java?locale=de', 'pkg:gem/rails'],
    ['https://rubygems.org/gems', undefined],
    ['https://rubygems.org/', undefined],
    ['https://rubygems.org/profiles/rails', undefined],
    ['https://rubygems.org.evil.example/gems/rails', undefined],
  ] as const) {
    test(address, () => assert.equal(purlOfAddress(address), purl));
  }
});
