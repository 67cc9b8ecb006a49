import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparisonUrl, projectUrl, purlOfAddress, releaseUrl } from '../../../src/core/address.ts';
import { parsePackage } from '../../../src/core/package.ts';

const PUBLIC = parsePackage('pkg:cargo/serde');
const PRIVATE = parsePackage('pkg:cargo/serde?repository_url=corp.example');

test('public pages', () => {
  assert.equal(projectUrl(PUBLIC), 'https://crates.io/crates/serde');
  assert.equal(releaseUrl(PUBLIC, '1.0+a/b'), 'https://crates.io/crates/serde/1.0%2Ba%2Fb');
  assert.equal(comparisonUrl(PUBLIC, '1.0', '2.0'), undefined);
});

test('another registry has none that we know', () => {
  assert.deepEqual([projectUrl(PRIVATE), releaseUrl(PRIVATE, '1.0')], [undefined, undefined]);
});

describe('a pasted address', () => {
  for (const [address, purl] of [
    ['https://crates.io/crates/serde', 'pkg:cargo/serde'],
    ['https://crates.io/crates/serde/1.0.0', 'pkg:cargo/serde'],
    ['https://www.crates.io/crates/serde/versions/', 'pkg:cargo/serde'],
    ['https://lib.rs/crates/serde', 'pkg:cargo/serde'],
    ['https://docs.rs/serde', 'pkg:cargo/serde'],
    ['https://docs.rs/serde/latest/serde/de/index.html', 'pkg:cargo/serde'],
    ['https://docs.rs/crate/serde/1.0.0', 'pkg:cargo/serde'],
    ['https://docs.rs/my_crate-x/', 'pkg:cargo/my_crate-x'],
    ['https://crates.io/crates', undefined],
    ['https://crates.io/', undefined],
    ['https://crates.io/users/serde', undefined],
    ['https://lib.rs/command-line-utilities', undefined],
    ['https://lib.rs/crates/a%2Fb', undefined],
    ['https://docs.rs/', undefined],
    ['https://docs.rs/about', undefined],
    ['https://docs.rs/releases/queue', undefined],
    ['https://docs.rs/std/vec', undefined],
    ['https://docs.rs/-/sitemap.xml', undefined],
    ['https://docs.rs/crate', undefined],
    ['https://docs.rs/robots.txt', undefined],
    ['https://docs.rs.evil.example/serde', undefined],
  ] as const) {
    test(address, () => assert.equal(purlOfAddress(address), purl));
  }
});
