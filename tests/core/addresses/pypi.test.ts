import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const PUBLIC = parsePackage('pkg:pypi/requests');
const PRIVATE = parsePackage('pkg:pypi/requests?repository_url=corp.example');

test('public pages', () => {
  assert.equal(projectUrl(PUBLIC), 'https://pypi.org/project/requests/');
  assert.equal(releaseUrl(PUBLIC, '1.0+a/b'), 'https://pypi.org/project/requests/1.0%2Ba%2Fb/');
  assert.equal(comparisonUrl(PUBLIC, '1.0', '2.0'), undefined);
});

test('another registry has none that we know', () => {
  assert.deepEqual([projectUrl(PRIVATE), releaseUrl(PRIVATE, '1.0')], [undefined, undefined]);
});

describe('a pasted address', () => {
  for (const [address, purl] of [
    ['https://pypi.org/project/requests/', 'pkg:pypi/requests'],
    ['https://pypi.org/project/requests', 'pkg:pypi/requests'],
    ['https://www.pypi.org/project/requests/2.32.0/#files', 'pkg:pypi/requests'],
    ['https://pypi.org/simple/requests/', 'pkg:pypi/requests'],
    ['https://pypi.org/pypi/requests/json', 'pkg:pypi/requests'],
    ['http://pypi.python.org/pypi/requests', 'pkg:pypi/requests'],
    ['https://pypi.org/project/', undefined],
    ['https://pypi.org/', undefined],
    ['https://pypi.org/user/requests/', undefined],
    ['https://test.pypi.org/project/requests/', undefined],
    ['https://pypi.org.evil.example/project/requests/', undefined],
  ] as const) {
    test(address, () => assert.equal(purlOfAddress(address), purl));
  }
});
