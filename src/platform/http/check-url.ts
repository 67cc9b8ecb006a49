import { HostError } from '../errors.ts';
import { type AllowedHosts, isAllowed } from './allowed-hosts.ts';
import { isPublicAddress } from './public-address.ts';
import { isPublicName } from './public-name.ts';
import { showUrl } from './show-url.ts';

/** An address that may be asked, if its name also resolves to public addresses; `trusted` ones may resolve to any. */
export interface CheckedUrl {
  readonly url: URL;
  readonly trusted: boolean;
}

const LONGEST = 2048;
// The URL parser is forgiving where attackers are inventive: `https:host`, tabs, backslashes. We ask for the plain form.
const PLAIN = /^https?:\/\/[^/?#\\\s]+[^\\\s]*$/i;

/**
 * Judges an address before anything is sent: syntax, scheme, userinfo, port, literal address, name rules, in this order.
 * @param allowed hosts that may be private and plain HTTP; none for an address that a stranger's redirect named
 * @throws HostError if it is refused
 */
export function checkUrl(text: string, allowed: AllowedHosts): CheckedUrl {
  const url = parse(text);
  if (url.username !== '' || url.password !== '') throw refusal(text, 'it carries a user name or password');
  url.hash = '';
  if (isAllowed(url, allowed)) return { url, trusted: true };
  if (url.protocol !== 'https:') throw refusal(text, 'only https is allowed');
  if (url.port !== '') throw refusal(text, 'only port 443 is allowed');
  if (!isPublicHost(url.hostname)) throw refusal(text, 'its host is not public');
  return { url, trusted: false };
}

function parse(text: string): URL {
  if (text.length > LONGEST) throw refusal(text, `it is longer than ${LONGEST} characters`);
  const url = PLAIN.test(text) && !hasControl(text) ? URL.parse(text) : null;
  if (url === null) throw refusal(text, 'it is no plain https address');
  return url;
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return isPublicAddress(host.slice(1, -1));
  return /^[\d.]+$/.test(host) ? isPublicAddress(host) : isPublicName(host);
}

function refusal(text: string, why: string): HostError {
  return new HostError(`${showUrl(text)} is refused: ${why}`, {
    remedy: 'if the host is your own, name it (and its port) in TIDINGS_ALLOW_HOSTS',
  });
}
