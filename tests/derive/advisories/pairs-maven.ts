import { type Judged, words } from './pairs.ts';

/** Maven: https://maven.apache.org/pom.html#version-order-specification */
export const MAVEN: readonly Judged[] = [
  {
    why: 'known qualifiers come before the release, and GA, Final and RELEASE are it',
    ranges: ['+0 -2.15.0'],
    affected: words(
      '1.2.17 2.0-beta9 2.14.1 2.15.0-rc1 2.15.0-SNAPSHOT 2.15.0-alpha-1 2.15.0-M1 2.15.0.Beta1',
    ),
    safe: words('2.15.0 2.15 2.15.0.Final 2.15.0-ga 2.15.0.RELEASE 2.15.0-sp1 2.15.1 2.16.0-rc1'),
  },
  {
    why: 'log4j: from a beta on, and three lines',
    ranges: ['+2.0-beta9 -2.3.1 +2.4 -2.12.2 +2.13.0 -2.15.0'],
    affected: words('2.0-beta9 2.0-rc1 2.0 2.3 2.4 2.4.1 2.12.1 2.13.0 2.14.1'),
    safe: words('1.2.17 2.0-alpha1 2.0-beta8 2.3.1 2.3.2 2.12.2 2.12.4 2.15.0 2.17.1'),
  },
  {
    why: 'netty: Final on both ends, the last one included',
    ranges: ['+4.0.0.Final =4.1.93.Final'],
    affected: words('4.0.0.Final 4.0.0 4.1.50.Final 4.1.93.Final 4.1.93 4.1.93.CR1'),
    safe: words('3.10.6.Final 4.0.0.Beta1 4.0.0.CR9 4.1.94.Final 4.1.93.SP1 4.2.0.Alpha1'),
  },
  {
    why: 'guava: words that Maven does not know come after the release, in their order',
    ranges: ['+1.0 -32.0.0-android'],
    affected: words('1.0 31.1-android 31.1-jre 32.0.0'),
    safe: words('32.0.0-android 32.0.0-jre 32.0.1-android 33.0.0-jre'),
  },
  {
    why: 'spring: RELEASE is no qualifier, and numbers are no texts',
    ranges: ['+5.2.0.RELEASE -5.2.20.RELEASE', '+5.3.0 -5.3.18'],
    affected: words('5.2.0.RELEASE 5.2.9.RELEASE 5.2.19.RELEASE 5.3.0 5.3.9 5.3.17'),
    safe: words('5.1.20.RELEASE 5.2.0.M1 5.2.0.RC1 5.2.20.RELEASE 5.2.25.RELEASE 5.3.0-M1 5.3.18 6.0.0'),
  },
  {
    why: 'milestones before candidates before snapshots before the release',
    ranges: ['+5.0.0-M1 -5.0.0-rc1'],
    affected: words('5.0.0-M1 5.0.0-M2 5.0.0-milestone-10'),
    safe: words('4.9 5.0.0-alpha1 5.0.0-beta-2 5.0.0-rc1 5.0.0-cr1 5.0.0-SNAPSHOT 5.0.0'),
  },
  {
    why: 'a list of versions, of which 1.0 is 1.0.0',
    versions: words('1.0 2.0.Final'),
    affected: words('1.0 1.0.0 1 2.0.Final 2.0'),
    safe: words('1.0.1 1.0-rc1 2.0.1 2.0-SNAPSHOT'),
  },
  {
    why: 'a limit',
    ranges: ['+1.0 <2.0'],
    affected: words('1.0 1.99 2.0-rc1 2.0-SNAPSHOT'),
    safe: words('0.9 2.0 2.0.0 2.1'),
  },
];
