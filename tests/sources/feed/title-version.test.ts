import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shorten, titleVersion } from '../../../src/sources/feed/title-version.ts';

describe('the version in a title', () => {
  const cases: [string, string][] = [
    ['1.2.3', '1.2.3'],
    ['v1.2.3', '1.2.3'],
    ['Acme 1.2.3', '1.2.3'],
    ['Acme 1.2.3 released', '1.2.3'],
    ['Announcing the all new Acme Tool v2.0', '2.0'],
    ['Acme 1.2.3, out now!', '1.2.3'],
    ['Acme (1.2.3)', '1.2.3'],
    ['6.12.1: stable', '6.12.1'],
    ['Acme 2.0.0-rc.1', '2.0.0-rc.1'],
    ['Acme 1.2.3 – what is new in 1.2.3', '1.2.3'],
    ['“1.2.3”', '1.2.3'],
    ['acme@1.2.3', 'acme@1.2.3'],
    ['@acme/tool@1.2.3', '@acme/tool@1.2.3'],
    ['acme-1.2.3 is out', 'acme-1.2.3'],
    ['Acme 2 is here', 'Acme 2 is here'],
    ['Acme 17.2, 16.6 and 15.10', 'Acme 17.2, 16.6 and 15.10'],
    ['From 1.2 to 2.0', 'From 1.2 to 2.0'],
    ['See https://acme.example/1.2.3', 'See https://acme.example/1.2.3'],
    ['2024 in review', '2024 in review'],
    ['covid-19', 'covid-19'],
    ['x86_64', 'x86_64'],
    ['', ''],
  ];
  for (const [title, expected] of cases)
    test(title || 'empty', () => assert.equal(titleVersion(title), expected));

  test('is never longer than 255 characters', () => {
    assert.equal(titleVersion(`a ${'x'.repeat(400)}`).length, 255);
    assert.equal(shorten('x'.repeat(255)), 'x'.repeat(255));
    assert.equal(shorten(`${'x'.repeat(253)}😀😀`), `${'x'.repeat(253)}…`);
  });
});
