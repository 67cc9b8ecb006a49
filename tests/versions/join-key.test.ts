import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { filledKey, joinKey } from '../../src/versions/join-key.ts';

/** Each line is one version, as different registries write it. */
const SAME: readonly (readonly string[])[] = [
  [
    '1.2.3',
    'v1.2.3',
    'V1.2.3',
    '01.2.3',
    '1.2.3+build.5',
    'v1.2.3+incompatible',
    '1.2.3.Final',
    '1.2.3.RELEASE',
  ],
  ['1.0.0-rc.1', '1.0.0rc1', '1.0.0.rc1', '1.0.0-RC1', 'v1.0.0-rc1', '1.0.0c1', '1.0.0-CR1'],
  ['2.0.0-alpha.2', '2.0.0a2', '2.0.0.alpha2', '2.0.0-ALPHA-2'],
  ['2.0.0-beta.3', '2.0.0b3', '2.0.0.beta.3'],
  ['3.0.0-preview.1', '3.0.0-pre1', '3.0.0.pre.1'],
  ['1.0.post1', '1.0-r1'],
  ['1.0.0-SNAPSHOT', '1.0.0-snapshot'],
  ['16_1', '16.1', '16-1'],
];

describe('joinKey', () => {
  for (const [index, spellings] of SAME.entries()) {
    test(spellings.join(' = '), () => {
      const keys = new Set(spellings.map(joinKey));
      assert.equal(keys.size, 1);
      const others = SAME.filter((_, other) => other !== index).flat();
      for (const other of others) assert.equal(keys.has(joinKey(other)), false, other);
    });
  }

  test('tells apart what is not one version', () => {
    const texts = [
      '1.2',
      '1.2.0',
      '1.2.3',
      '1.23',
      '1!1.2.3',
      '1.2.3-alpine',
      '1.2.3-1',
      '1.2.3-constructor',
    ];
    assert.equal(new Set(texts.map(joinKey)).size, texts.length);
  });

  test('is empty for what names nothing, and reads only so much', () => {
    assert.equal(joinKey('v'), '');
    assert.equal(joinKey(''), '');
    assert.equal(joinKey('1'.repeat(300)).length, 255);
  });
});

describe('filledKey', () => {
  for (const [version, key] of [
    ['1', '1.0.0'],
    ['1.2', '1.2.0'],
    ['1.2.3', '1.2.3'],
    ['1.2.3.4', '1.2.3.4'],
    ['1.2rc1', '1.2.0.rc.1'],
    ['nightly', 'nightly'],
    ['', ''],
  ] as const) {
    test(`${version} is ${key}`, () => assert.equal(filledKey(joinKey(version)), key));
  }
});
