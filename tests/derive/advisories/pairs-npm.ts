import { type Judged, words } from './pairs.ts';

/** Semantic versions as npm has them. */
export const NPM: readonly Judged[] = [
  {
    why: 'fixed is exclusive, and a pre-release comes before its version',
    ranges: ['+0 -1.8.2'],
    affected: words('0.0.1 1.0.0 1.8.1 1.8.2-beta.1 1.8.2-0 v1.7.2'),
    safe: words('1.8.2 1.8.3 2.0.0 1.8.2+build.5 1.9.0-alpha v1.8.2'),
  },
  {
    why: 'last_affected is inclusive',
    ranges: ['+0 =2.1.214'],
    affected: words('0.0.1 2.1.213 2.1.214 2.1.214+b7 2.1.214-rc.1'),
    safe: words('2.1.215-alpha 2.1.215 3.0.0 10.0.0'),
  },
  {
    why: 'introduced is inclusive, and without an end it goes on',
    ranges: ['+1.0.0'],
    affected: words('1.0.0 1.0.0+x 1.0.1 99.0.0 2.0.0-rc.1'),
    safe: words('0.9.9 1.0.0-rc.1 1.0.0-alpha'),
  },
  {
    why: 'one range with two spans',
    ranges: ['+1.0.0 -1.0.2 +3.0.0 -3.2.5'],
    affected: words('1.0.0 1.0.1 1.0.2-rc.1 3.0.0 3.1.9 3.2.4'),
    safe: words('0.9.0 1.0.2 2.0.0 2.9.9 3.0.0-beta 3.2.5 4.0.0'),
  },
  {
    why: 'the same in disorder',
    ranges: ['-3.2.5 +3.0.0 -1.0.2 +1.0.0'],
    affected: words('1.0.0 1.0.1 3.0.0 3.2.4'),
    safe: words('0.9.0 1.0.2 2.9.9 3.2.5'),
  },
  {
    why: 'several ranges: within any of them',
    ranges: ['+0 -0.30.0', '+1.0.0 -1.8.2'],
    affected: words('0.1.0 0.29.9 0.30.0-rc.1 1.0.0 1.7.2'),
    safe: words('0.30.0 0.99.0 1.0.0-alpha.1 1.8.2'),
  },
  {
    why: 'nothing from a limit on',
    ranges: ['+1.0.0 <2.0.0'],
    affected: words('1.0.0 1.9.9 2.0.0-rc.1'),
    safe: words('0.9.0 2.0.0 3.0.0'),
  },
  {
    why: 'of several limits any will do',
    ranges: ['+1.0.0 <2.0.0 <3.0.0'],
    affected: words('1.0.0 2.5.0'),
    safe: words('0.1.0 3.0.0'),
  },
  {
    why: 'a limit of * is none',
    ranges: ['+1.0.0 <*'],
    affected: words('1.0.0 99.9.9'),
    safe: words('0.1.0'),
  },
  {
    why: 'a limit below the fix counts',
    ranges: ['+0 -1.5.0 <1.2.0'],
    affected: words('0.1.0 1.1.9'),
    safe: words('1.2.0 1.4.0 1.5.0'),
  },
  {
    why: 'a list of versions means these alone, each build by itself',
    versions: words('6.6.6 6.6.7-beta.1 7.0.0+a'),
    affected: words('6.6.6 6.6.7-beta.1 v6.6.6 7.0.0+a'),
    safe: words('6.6.5 6.6.7 6.6.8 6.6.6+build.1 7.0.0+b 7.0.0'),
  },
  {
    why: 'a list of versions or a range',
    ranges: ['+0 -1.0.0'],
    versions: words('1.5.0'),
    affected: words('0.5.0 1.5.0'),
    safe: words('1.0.0 1.4.9 1.5.1'),
  },
  {
    why: 'what is no version lies in no range, and may be listed',
    ranges: ['+0'],
    versions: words('nightly'),
    affected: words('nightly 1.0.0'),
    safe: words('next not-a-version 1.0'),
  },
  {
    why: 'numbers are no texts',
    ranges: ['+1.9.0 -1.100.0'],
    affected: words('1.9.0 1.10.0 1.99.0'),
    safe: words('1.8.0 1.100.0 1.101.0'),
  },
  {
    why: 'from a pre-release to a pre-release',
    ranges: ['+2.0.0-alpha.1 -2.0.0-beta.3'],
    affected: words('2.0.0-alpha.1 2.0.0-alpha.2 2.0.0-alpha.10 2.0.0-beta.2'),
    safe: words('1.9.9 2.0.0-alpha.0 2.0.0-alpha 2.0.0-beta.3 2.0.0-beta.11 2.0.0-rc.1 2.0.0'),
  },
  {
    why: 'introduced and fixed in one version is nothing',
    ranges: ['-1.0.0 +1.0.0'],
    affected: [],
    safe: words('0.9.0 1.0.0 1.0.1'),
  },
  {
    why: 'introduced and last affected in one version is that one',
    ranges: ['=1.0.0 +1.0.0'],
    affected: words('1.0.0'),
    safe: words('0.9.9 1.0.1'),
  },
  {
    why: 'an event with fewer numbers is filled up',
    ranges: ['+1 -1.2'],
    affected: words('1.0.0 1.1.9 1.2.0-rc.1'),
    safe: words('0.9.0 1.0.0-rc.1 1.2.0'),
  },
  {
    why: 'a range with an event that is no version says nothing',
    ranges: ['+0 -next', '+3.0.0 -3.0.1'],
    affected: words('3.0.0'),
    safe: words('1.0.0 3.0.1'),
  },
  {
    why: 'came back, and then stayed until a last version',
    ranges: ['+0 -1.0.0 +1.2.0 =1.3.0'],
    affected: words('0.9.0 1.2.0 1.2.9 1.3.0'),
    safe: words('1.0.0 1.1.9 1.2.0-rc.1 1.3.1'),
  },
  { why: 'a package that is named, and no version of it', affected: [], safe: words('1.0.0 0.0.1') },
];
