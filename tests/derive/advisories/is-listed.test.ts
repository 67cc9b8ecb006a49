import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isListed } from '../../../src/derive/advisories/is-listed.ts';
import { SCHEMES } from '../../../src/versions/schemes.ts';

// Spellings that some registry calls one version, and some that none does.
const NUMBERS = [
  '0',
  '0.0',
  '1',
  'v1',
  '01',
  '1.0',
  '1.0.0',
  '1.0.0.0',
  '1.0.1',
  '1.00.1',
  '1.1',
  '10',
  '2020.01.02',
  '2020.1.2',
];
const ENDS = [
  '',
  '-rc.1',
  'rc1',
  '.rc1',
  '-RC1',
  'a0',
  '.0a',
  '.a',
  '-0',
  '-1',
  '.Final',
  '-ga',
  '.post1',
  '+b',
  '+incompatible',
  '-jre',
];
const TEXTS = [
  ...NUMBERS.flatMap((numbers) => ENDS.map((end) => numbers + end)),
  ...[
    '0!1.0',
    '1!1.0',
    '0:1.0',
    '1:1.0',
    '1.0-0',
    '1.0-1',
    'nightly',
    'latest',
    'alpine',
    '3-alpine',
    'V1.0',
    'r09',
  ],
];

describe('a version that a list calls otherwise', () => {
  for (const scheme of Object.values(SCHEMES)) {
    test(`is found as if each were looked at: ${scheme.id}`, () => {
      const plain = TEXTS.filter((text) => !text.includes('+'));
      for (const version of plain) {
        const same = plain.filter((one) => one === version || scheme.precedence(one, version) === 0);
        for (const one of same) assert.ok(isListed([one], version, scheme), `${one} is ${version}`);
        const others = plain.filter((one) => !same.includes(one));
        assert.equal(isListed(others, version, scheme), false, version);
      }
    });
  }

  for (const [scheme, listed, version, expected] of [
    ['semver', '1.0.0+b', '1.0.0+b', true],
    ['semver', '1.0.0+b', '1.0.0+c', false],
    ['semver', '1.0.0+b', '1.0.0', false],
    ['go', 'v2.0.0+incompatible', '2.0.0', true],
    ['semver', 'nightly', 'nightly', true],
    ['semver', 'nightly', 'weekly', false],
  ] as const) {
    test(`is ${expected ? '' : 'not '}found by build and by text: ${listed}, ${version}`, () => {
      assert.equal(isListed([listed], version, SCHEMES[scheme]), expected);
    });
  }

  test('of one list by two schemes is judged by each', () => {
    const list = ['1.0'];
    assert.equal(isListed(list, '1.0.0', SCHEMES.pep440), true);
    assert.equal(isListed(list, '1.0.0', SCHEMES.semver), false);
    assert.equal(isListed(list, '1.0.0', SCHEMES.maven), true);
  });

  test('is not looked for in all of a list that is very long', () => {
    let compared = 0;
    const precedence = (a: string, b: string) => {
      compared += 1;
      return SCHEMES.semver.precedence(a, b);
    };
    const long = Array.from({ length: 10_000 }, (_, index) => `9.9.${index + 1}`);
    const scheme = { ...SCHEMES.semver, precedence };
    for (let patch = 0; patch < 100; patch += 1) assert.ok(!isListed(long, `1.0.${patch}`, scheme));
    assert.equal(compared, 0);
  });
});
