import { type Judged, words } from './pairs.ts';

/** PEP 440. */
export const PYPI: readonly Judged[] = [
  {
    why: 'pre-releases and development come before, in any spelling; 2.0 is 2.0.0',
    ranges: ['+0 -2.0'],
    affected: words('0.1 1.9.9 2.0rc1 2.0RC1 2.0-rc.1 2.0a0 2.0.dev3 2.0b2.dev1'),
    safe: words('2.0 2.0.0 v2.0 2 2.0.post1 2.0.0.0 2.0+local 2.1.dev1 10.0'),
  },
  {
    why: 'an epoch goes before all numbers',
    ranges: ['+0 -1!1.0'],
    affected: words('0.5 2024.1 99 1!0.9 1!1.0rc1'),
    safe: words('1!1.0 1!1.0.0 1!1.1 2!0.1'),
  },
  {
    why: 'fixed in a post-release',
    ranges: ['+1.0 -1.0.post1'],
    affected: words('1.0 1.0.0 1.0+ubuntu.1'),
    safe: words('0.9 1.0rc1 1.0.post1 1.0-1 1.0.r1 1.0.post2 1.1'),
  },
  {
    why: 'after the last affected version comes its post-release, and its local one',
    ranges: ['+1.0 =1.2'],
    affected: words('1.0 1.1.9 1.2rc1 1.2 1.2.0'),
    safe: words('1.2.post1 1.2+local.1 1.2.1 1.3.dev1'),
  },
  {
    why: 'a listed version in another spelling is the same one',
    versions: words('1.0 1.1rc1 2004d'),
    affected: words('1.0 1.0.0 1.1rc1 1.1.0rc1 2004d'),
    safe: words('1.0.1 1.1 1.0.post1 1.0+local 2004e'),
  },
  {
    why: 'several lines',
    ranges: ['+2.2 -2.2.28 +3.2 -3.2.13 +4.0 -4.0.4'],
    affected: words('2.2 2.2.27 3.2 3.2.12 4.0 4.0.3'),
    safe: words('2.1 2.2.28 3.0 3.1.14 3.2.13 4.0rc1 4.0a1 4.0.4 4.1'),
  },
  {
    why: 'calendar versions are numbers',
    ranges: ['+2015.4.28 -2022.12.7'],
    affected: words('2015.4.28 2015.04.28 2022.9.24 2022.12.6'),
    safe: words('2015.4.27 2022.12.7 2022.12.07 2023.1'),
  },
  {
    why: 'a limit, in disorder',
    ranges: ['<3.0 -2.5 +1.0'],
    affected: words('1.0 2.4.9 2.5rc1'),
    safe: words('0.9 2.5 2.9 3.0'),
  },
  {
    why: 'a version that Python cannot read lies in no range',
    ranges: ['+0'],
    affected: words('0 0.0.1.dev0 1'),
    safe: words('1.0-beta-unknown french-toast'),
  },
];
