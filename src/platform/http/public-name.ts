const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

// Names that never belong to the public internet, or that private networks use as if they did not.
// https://www.iana.org/assignments/special-use-domain-names/
const PRIVATE = [
  'localhost',
  'local',
  'internal',
  'home.arpa',
  'lan',
  'corp',
  'home',
  'invalid',
  'test',
  'example',
  'onion',
];

/** Whether a lower-case host name is a public one: two labels or more, no trailing dot, not below a private domain. */
export function isPublicName(name: string): boolean {
  const labels = name.split('.');
  if (name.length > 253 || labels.length < 2) return false;
  if (!labels.every((label) => LABEL.test(label)) || !TOP_LEVEL.test(labels.at(-1) ?? '')) return false;
  return !PRIVATE.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
