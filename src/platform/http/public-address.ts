import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

// Microsoft's cloud answers its machines' metadata here, from the public range.
const METADATA = '168.63.129.16';
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');

/**
 * Whether a connection to this IP address leads into the public internet. Private, local, shared, documentation, translated
 * (NAT64) and tunnelled (6to4, Teredo) ranges do not, and neither does a text that is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return isPublicV4(ipaddr.IPv4.parse(address));
  if (!isIPv6(address) || address.includes('%')) return false;
  // ipaddr.js takes the deprecated ::8.8.8.8 for the mapped ::ffff:8.8.8.8; the URL parser tells them apart, in hexadecimal.
  const parsed = ipaddr.IPv6.parse(new URL(`http://[${address}]`).hostname.slice(1, -1));
  if (parsed.isIPv4MappedAddress()) return isPublicV4(parsed.toIPv4Address());
  return parsed.match(GLOBAL_UNICAST, 3) && parsed.range() === 'unicast';
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== METADATA;
}
