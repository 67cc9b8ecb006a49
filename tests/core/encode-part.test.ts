import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonUrl, releaseUrl } from '../../src/core/address.ts';
import { encodePart } from '../../src/core/encode-part.ts';
import { parsePackage, releasePurl } from '../../src/core/package.ts';
import { SOURCES } from '../../src/sources/sources.ts';

const LONE = ['1\ud800', '\udc00', 'a/\ud83d/b'];

test('a text is encoded as everywhere, and half a pair is spelt out', () => {
  assert.equal(encodePart('v1 é😀/?'), encodeURIComponent('v1 é😀/?'));
  assert.equal(encodePart('1\ud800😀'), '1%5Cud800%F0%9F%98%80');
});

test('no source’s addresses and no id throw at what is no Unicode', () => {
  for (const { example } of SOURCES) {
    const pkg = parsePackage(example.purl);
    const ids = LONE.map((version) => releasePurl(pkg, version));
    assert.equal(new Set(ids).size, LONE.length);
    for (const version of LONE) {
      const urls = [releaseUrl(pkg, version), comparisonUrl(pkg, version, '1.0')];
      for (const url of urls) assert.ok(url === undefined || URL.canParse(url), String(url));
    }
  }
});
