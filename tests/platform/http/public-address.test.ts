import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from '../../../src/platform/http/public-address.ts';

const PUBLIC = ['1.1.1.1', '8.8.8.8', '2606:4700::1', '2a00:1450::1', '::ffff:8.8.8.8'];

const PRIVATE = [
  ['0.0.0.0', 'unspecified'],
  ['10.1.2.3', 'RFC 1918'],
  ['100.64.0.1', 'carrier NAT'],
  ['127.0.0.1', 'loopback'],
  ['168.63.129.16', 'cloud metadata, reported as unicast'],
  ['169.254.169.254', 'cloud metadata'],
  ['172.16.0.1', 'RFC 1918'],
  ['192.0.0.192', 'protocol assignments'],
  ['192.0.2.1', 'documentation'],
  ['192.168.0.1', 'RFC 1918'],
  ['198.18.0.1', 'benchmark'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['224.0.0.1', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::8.8.8.8', 'v4-compatible'],
  ['::808:808', 'v4-compatible'],
  ['::ffff:127.0.0.1', 'v4-mapped'],
  ['::ffff:a83f:8110', 'v4-mapped cloud metadata'],
  ['64:ff9b::808:808', 'NAT64'],
  ['64:ff9b:1::1', 'local NAT64'],
  ['100::1', 'discard'],
  ['2001::1', 'Teredo'],
  ['2001:2::1', 'benchmark'],
  ['2001:db8::1', 'documentation'],
  ['3fff::1', 'documentation'],
  ['2002:808:808::1', '6to4'],
  ['4000::1', 'outside 2000::/3, though ipaddr.js calls it unicast'],
  ['5f00::1', 'segment routing'],
  ['fc00::1', 'unique local'],
  ['fe80::1', 'link-local'],
  ['2606:4700::1%eth0', 'with a zone'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
  ['1.1.1', 'short form'],
  ['01.1.1.1', 'octal'],
  ['0x1.1.1.1', 'hexadecimal'],
  ['pypi.org', 'a name'],
  ['', 'nothing'],
] as const;

for (const address of PUBLIC)
  test(`${address} is public`, () => assert.equal(isPublicAddress(address), true));
for (const [address, why] of PRIVATE) {
  test(`${address} is not public: ${why}`, () => assert.equal(isPublicAddress(address), false));
}
