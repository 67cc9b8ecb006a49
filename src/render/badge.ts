const HOSTS = new Set([
  'img.shields.io',
  'shields.io',
  'badgen.net',
  'badge.fury.io',
  'codecov.io',
  'coveralls.io',
]);
const NAME = /\bbadges?\b/i;

/** Whether an image is a badge (build passing, version, coverage): decoration that says nothing about a release. */
export function isBadge(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (HOSTS.has(url.hostname) || NAME.test(url.hostname) || NAME.test(url.pathname));
}
