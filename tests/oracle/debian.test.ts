import { debian } from '../../src/versions/debian.ts';
import { testOracle } from './oracle.ts';
import { type Grammar, makePairs } from './pairs.ts';

const GRAMMAR: Grammar = {
  slots: [
    ['', '', '', '0:', '1:', '01:', '10:'],
    ['0', '1', '2', '1.0', '1.00', '1.10', '2.4.1', '20240105', '9007199254740993', '1.9007199254740992'],
    ['', '', '.0', '.1', 'a', 'b', 'rc1', '+', '.', '-', '.+'],
    [
      '',
      '',
      '~',
      '~~',
      '~rc1',
      '~rc2',
      '~beta.1',
      '~git20240105.abc',
      '+dfsg',
      '+dfsg1',
      '+really1',
      '~a',
      'Z',
    ],
    ['', '-0', '-1', '-01', '-1.1', '-1ubuntu1', '-1~bpo12+1', '-1+b2', '-1+deb12u1', '-~', '-a', '-1-2'],
  ],
  inserted: ['~', '.', '+', '-', '0', '1', '9', 'a', 'Z', ':', 'rc', '00', '_', ' '],
  real: [
    '1:9.2p1-2+deb12u3',
    '1:9.2p1-2+deb12u2',
    '2.36-9+deb12u8',
    '2.36-9+deb12u10',
    '6.1.76-1',
    '6.1.76-1~bpo11+1',
    '6.7~rc1-1~exp1',
    '6.7-1',
    '1.21.22',
    '5.36.0-7+deb12u1',
    '7.88.1-10+deb12u5',
    '7.88.1-10+deb12u12',
    '3.0.11-1~deb12u2',
    '3.0.11-1',
    '1.1.1w-0+deb11u1',
    '2:1.20.11-1+deb11u10',
    '4:12.2.0-3',
    '2:8.2.2434-3+deb12u1',
    '2022.4.24+dfsg1-5',
    '0.0~git20190301.7a0fa49-1',
    '0.0~git20200113.26fb45a-2',
    '0~20171227.dbbfec8-3',
    '1.0.0~beta1+dfsg-2',
    '1.0.0~beta1-2',
    '1.0.0+dfsg-1ubuntu0.22.04.1',
    '2.0.0~alpha.6+ds1-1build1',
    '9.0.0+r33~exp1',
    '20230311',
    '2024a-0+deb12u1',
    '2024b-0+deb12u1',
    '1.2.8+really1.2.7-1',
    '12.3+b1',
  ],
};

// Dpkg::Version takes the colon at the end of `1.0:` for a part of the upstream version.
const ENDS_AFTER_EPOCH = /^[^:]*:$/;
const pairs = makePairs(GRAMMAR);

testOracle({
  scheme: debian,
  tool: 'Dpkg::Version',
  command: ['perl', 'tests/oracle/dpkg.pl'],
  probe: ['perl', '-MDpkg::Version', '-e', '1'],
  remedy: 'apt-get install -y libdpkg-perl',
  judgesValidity: true,
  pairs: () => pairs.filter((pair) => !pair.some((text) => ENDS_AFTER_EPOCH.test(text))),
  exceptions: [
    {
      pair: ['1:', '1:0'],
      ours: 'ERR',
      theirs: -1,
      because: 'dpkg itself says “nothing after colon in version number”, lib/dpkg/parsehelp.c',
    },
    {
      pair: ['1.18446744073709551616', '1.18446744073709551617'],
      ours: -1,
      theirs: 0,
      because: 'Perl compares numbers beyond 2^64 as floating point',
    },
  ],
});

testOracle({
  scheme: debian,
  tool: 'libapt-pkg',
  command: ['/usr/bin/python3', 'tests/oracle/aptpkg.py'],
  probe: ['/usr/bin/python3', '-c', 'import apt_pkg'],
  remedy: 'apt-get install -y python3-apt',
  judgesValidity: false,
  pairs: () => pairs,
});
