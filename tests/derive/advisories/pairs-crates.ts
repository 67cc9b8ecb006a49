import { type Judged, words } from './pairs.ts';

/** Semantic versions as crates.io has them; RustSec begins at 0.0.0-0. */
export const CRATES: readonly Judged[] = [
  {
    why: '0.0.0-0 is the lowest version that there is',
    ranges: ['+0.0.0-0 -0.10.55'],
    affected: words('0.0.0-0 0.0.0-alpha 0.0.0 0.0.1 0.10.54 0.10.55-alpha.1'),
    safe: words('0.10.55 0.10.60 1.0.0'),
  },
  {
    why: 'build metadata does not count in a range: openssl-src',
    ranges: ['+0 -111.25.0 +300.0.0 -300.0.12'],
    affected: words('111.24.0+1.1.1s 300.0.0+3.0.0 300.0.11+3.0.7'),
    safe: words('111.25.0+1.1.1t 111.27.0+1.1.1v 300.0.12+3.0.8 300.1.0+3.1.0'),
  },
  {
    why: 'an event may have build metadata too',
    ranges: ['+0 -0.9.1+1.1'],
    affected: words('0.9.0 0.9.0+9'),
    safe: words('0.9.1 0.9.1+0.1 0.9.2'),
  },
  {
    why: 'patched in one line, and in all from another on',
    ranges: ['+0.0.0-0 -0.3.19', '+0.4.0 -0.4.9', '+0.5.0-0 -0.5.1'],
    affected: words('0.3.18 0.4.0 0.4.8 0.5.0 0.5.0-rc.1'),
    safe: words('0.3.19 0.3.99 0.4.9 0.4.10 0.5.1 0.6.0'),
  },
  {
    why: 'unmaintained: every version, and no fix',
    ranges: ['+0.0.0-0'],
    affected: words('0.0.0-0 0.1.0 1.2.3 99.0.0-rc.1'),
    safe: words('latest'),
  },
  {
    why: 'a yanked malicious one, by name',
    versions: words('0.2.2'),
    affected: words('0.2.2'),
    safe: words('0.2.1 0.2.3 0.2.20'),
  },
  {
    why: 'pre-releases go by numbers and words',
    ranges: ['+1.0.0-alpha.2 -1.0.0-rc.1'],
    affected: words('1.0.0-alpha.2 1.0.0-alpha.10 1.0.0-alpha.beta 1.0.0-beta.1'),
    safe: words('1.0.0-alpha.1 1.0.0-rc.1 1.0.0-rc.2 1.0.0'),
  },
];
