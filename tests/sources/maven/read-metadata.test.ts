import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FormatError } from '../../../src/platform/errors.ts';
import { readMetadata } from '../../../src/sources/maven/read-metadata.ts';

const read = (versions: string) =>
  readMetadata(
    Buffer.from(`<metadata><versioning><versions>${versions}</versions></versioning></metadata>`),
    'it',
  );
const element = (version: string) => `<version>${version}</version>`;

describe('versions of the metadata', () => {
  for (const [name, listed, versions, dropped] of [
    ['in their order', ['2.0', '1.0'], ['2.0', '1.0'], 0],
    ['one alone', ['1.0'], ['1.0'], 0],
    ['listed twice', ['1.0', '1.1', '1.0'], ['1.0', '1.1'], 0],
    ['with white space around', [' 1.0\n', '\t1.1'], ['1.0', '1.1'], 0],
    ['empty', ['', '1.0', '  '], ['1.0'], 2],
    ['no folder names', ['..', '.', 'a/b', 'a\\b', '1 0', 'x'.repeat(256), '1.0'], ['1.0'], 6],
    [
      'dates, odd words',
      ['20040616', 'r09', '3.0-dev2', '1.0.0.Final'],
      ['20040616', 'r09', '3.0-dev2', '1.0.0.Final'],
      0,
    ],
    [
      'snapshots',
      ['1.0-SNAPSHOT', '1.0', '1.1-snapshot', 'SNAPSHOT', '1.0-SNAPSHOT.1'],
      ['1.0', '1.0-SNAPSHOT.1'],
      0,
    ],
    ['nothing but snapshots', ['1.0-SNAPSHOT'], [], 0],
    ['a longest one', ['x'.repeat(255)], ['x'.repeat(255)], 0],
  ] as const) {
    test(name, () => {
      assert.deepEqual(read(listed.map(element).join('\n')), { versions: [...versions], dropped });
    });
  }

  test('an element of another kind is dropped', () => {
    assert.deepEqual(read(`${element('<b>1</b>')}${element('1.0')}`), { versions: ['1.0'], dropped: 1 });
  });

  test('five thousand of them', () => {
    const listed = Array.from({ length: 5_000 }, (_, index) => element(`1.${index}`));
    assert.equal(read(listed.join('')).versions.length, 5_000);
  });
});

describe('no metadata of an artifact', () => {
  for (const [name, text] of [
    ['of a group', '<metadata><plugins><plugin><name>a</name></plugin></plugins></metadata>'],
    ['without versioning', '<metadata><groupId>a</groupId><artifactId>b</artifactId></metadata>'],
    [
      'of one snapshot',
      '<metadata><versioning><snapshot/><lastUpdated>1</lastUpdated></versioning></metadata>',
    ],
    ['without a version', '<metadata><versioning><versions></versions></versioning></metadata>'],
    [
      'with none that can be read',
      '<metadata><versioning><versions><version/></versions></versioning></metadata>',
    ],
    ['a web page', '<html><h1>Log in</h1></html>'],
    [
      'with entities',
      '<!DOCTYPE m [<!ENTITY v "1">]><metadata><versioning><versions><version>&v;</version></versions></versioning></metadata>',
    ],
  ] as const) {
    test(name, () => assert.throws(() => readMetadata(Buffer.from(text), 'it'), FormatError));
  }
});
