import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { maven } from '../../src/versions/maven.ts';
import { assertTotal, combine } from './assert-total.ts';

/** Each list is in order, lowest first; the order between equals is by code point. */
const ASCENDING: readonly (readonly string[])[] = [
  [
    '1-alpha',
    '1-beta',
    '1-milestone',
    '1-rc',
    '1-SNAPSHOT',
    '1',
    '1-sp',
    '1-abc',
    '1-xyz',
    '1-1',
    '1-2',
    '1.1',
  ],
  [
    '1-alpha-1',
    '1-alpha1',
    '1-a2',
    '1-alpha10',
    '1-b1',
    '1-beta2',
    '1-m3',
    '1-rc1',
    '1-cr2',
    '1',
    '1-a',
    '1-b',
  ],
  ['1.0.0.RC1', '1.0.0.CR2', '1.0.0-rc.1', '1.0.0-SNAPSHOT', '1.0.0.Final', '1.0.0.SP1', '1.0.1.Final'],
  ['33.3.1-jre', '33.4.0-android', '33.4.0-jre', '33.4.1-android'],
  ['2.10.0.pr1', '2.10.0.pr2', '2.10.1'],
  ['1-1.1', '1.1-1', '1.1.1'],
  ['r9', '0-sp'],
  ['1-0-1', '1-1'],
  // Later versions of Maven say otherwise: https://github.com/apache/maven/issues/9267
  ['1.0.sp1-redhat-0001', '1.0.final-redhat-0001'],
  ['1.0-20240105.123456-1', '1.0-20240105.123456-2', '1.0-20240106.000000-1', '1.0.1'],
  ['9.4.9.v20180320', '9.4.10.v20180503', '9.4.53.v20231009'],
  ['1.9007199254740992', '1.9007199254740993', '1.99999999999999999999', '1.100000000000000000000'],
  ['Finchley.SR1', 'Finchley.SR2', 'Greenwich.M3', 'Hoxton.SR1'],
  ['latest', '1-SNAPSHOT', '1'],
];

const EQUAL: readonly (readonly string[])[] = [
  ['1', '1.0', '1.0.0', '1-0', '1.0-0', '1.', '1-', '01', '1.ga', '1-GA', '1-final', '1.0.RELEASE', '1--'],
  ['1-rc1', '1-cr1', '1.rc1', '1RC1', '1.0-rc-1', '1.0.0-RC01'],
  ['1-a1', '1-alpha-1', '1alpha1', '1.0.Alpha1'],
  ['1x', '1-x', '1.x', '1.0.0-X'],
];

/** Maven goes round in a circle; the order takes the last step the other way. */
const CIRCLES: readonly (readonly [string, string, string])[] = [
  ['1.0.rc.1', '1', '1-1'],
  ['1.0.alpha-1', '1', '1-abc'],
  ['1-alpha', '1', '1.sp.1'],
];

/** Text, leading numbers, whether it is a pre-release, variant. */
const FACTS: readonly (readonly [string, readonly number[], boolean, string?])[] = [
  ['1.2.3', [1, 2, 3], false],
  ['v1.2', [1, 2], false],
  ['1.0.0.Final', [1, 0, 0], false],
  ['r09', [0], false],
  ['Finchley.SR1', [0], false],
  ['9.4.53.v20231009', [9, 4, 53], false],
  ['1.0-SNAPSHOT', [1, 0], true],
  ['1.0.RC1', [1, 0], true],
  ['1.0-cr1', [1, 0], true],
  ['1.0-alpha-2', [1, 0], true],
  ['1.0b2', [1, 0], true],
  ['1.0-b', [1, 0], false],
  ['1.0.0.M3', [1, 0, 0], true],
  ['2.0-milestone', [2, 0], true],
  ['2.10.0.pr1', [2, 10, 0], true],
  ['21-ea+3', [21], true],
  ['1.0-preview2', [1, 0], true],
  ['1.0-dev', [1, 0], true],
  ['1.0-nightly-5', [1, 0], true],
  ['1.0-canary.3', [1, 0], true],
  ['1.0-EAP2', [1, 0], true],
  ['1.0.pre', [1, 0], true],
  ['1.0-prerelease', [1, 0], true],
  ['1.0-b5x', [1, 0], true],
  ['1.0-crc1', [1, 0], false],
  ['1.0-search', [1, 0], false],
  ['1.0-prefix', [1, 0], false],
  ['33.4.0-jre', [33, 4, 0], false, 'jre'],
  ['33.4.0-android', [33, 4, 0], false, 'android'],
  ['34.0.0-jre-SNAPSHOT', [34, 0, 0], true, 'jre'],
  ['12.8.1.jre11', [12, 8, 1], false, 'jre11'],
  ['12.9.0.jre8-preview', [12, 9, 0], true, 'jre8'],
  ['1.0-JDK8', [1, 0], false, 'jdk8'],
  ['1.5.0-spark3.5', [1, 5, 0], false, 'spark3.5'],
  ['1.0-javafx', [1, 0], false],
];

describe('maven', () => {
  for (const versions of ASCENDING) {
    test(versions.join(' < ').slice(0, 80), () => {
      assert.deepEqual(versions.toReversed().sort(maven.compare), versions);
    });
  }

  for (const versions of EQUAL) {
    test(versions.join(' = '), () => {
      for (const a of versions)
        for (const b of versions) assert.equal(maven.precedence(a, b), 0, `${a}, ${b}`);
    });
  }

  for (const circle of CIRCLES) {
    test(`${circle.join(' < ')} < ${circle[0]} by Maven's words`, () => {
      const [low, middle, high] = circle;
      assert.equal(maven.precedence(low, middle), -1);
      assert.equal(maven.precedence(middle, high), -1);
      assert.equal(maven.precedence(high, low), -1);
      assert.deepEqual([high, low, middle].sort(maven.compare), circle);
    });
  }

  test('has a total order over all that Maven confuses', () => {
    const words = ['', '.rc', '-rc', '.sp', '-sp', '.x', '-ga', 'b'];
    const numbers = ['', '1', '.1', '-1', '.0', '-0'];
    assertTotal(maven, combine(['1'], ['', '.0', '-0', '-1'], words, numbers, ['', '-rc', '.1', '-1']));
  });

  for (const [text, numbers, prerelease, variant] of FACTS) {
    test(`facts of ${text}`, () => {
      const facts = { numbers: numbers.map(BigInt), prerelease, ...(variant !== undefined && { variant }) };
      assert.deepEqual(maven.facts(text), facts);
    });
  }

  for (const text of ['', 'latest', 'RELEASE', '1.٣']) {
    test(`“${text}” is no version`, () => assert.equal(maven.facts(text), undefined));
  }
});
