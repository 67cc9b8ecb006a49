import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SchemeId } from '../../src/core/watchlist.ts';
import { defineScheme } from '../../src/versions/scheme.ts';
import { SCHEMES, schemeOf } from '../../src/versions/schemes.ts';
import { testScheme } from './test-scheme.ts';

for (const scheme of Object.values(SCHEMES)) testScheme(scheme);

describe('defineScheme', () => {
  const asked: string[] = [];
  const scheme = defineScheme<number>({
    id: 'decimal',
    title: 'Decimal',
    parse: (text) => {
      asked.push(text);
      return /^\d+$/.test(text) ? Number(text) : undefined;
    },
    compare: (a, b) => (a === b ? 0 : a < b ? -1 : 1),
    facts: (number) => ({ numbers: [BigInt(number)], prerelease: false }),
  });

  test('parses a text once, and none beyond 255 characters', () => {
    assert.deepEqual(scheme.facts('12'), { numbers: [12n], prerelease: false });
    assert.equal(scheme.compare('12', '9'), 1);
    assert.equal(scheme.compare('x', 'x'), 0);
    assert.equal(scheme.facts('1'.repeat(256)), undefined);
    assert.deepEqual(asked, ['12', '9', 'x']);
    assert.ok(scheme.facts('1'.repeat(255)));
  });

  test('breaks ties by text', () => {
    assert.equal(scheme.compare('007', '7'), -1);
    assert.equal(scheme.compare('7', '007'), 1);
  });

  test('sorts as it compares, and asks once about each text however many there are', () => {
    const texts = Array.from({ length: 30_000 }, (_, i) => String((i * 7919) % 30_000));
    asked.length = 0;
    assert.deepEqual(scheme.sort([...texts, 'b', 'a']), [
      'a',
      'b',
      ...texts.toSorted((a, b) => Number(a) - Number(b)),
    ]);
    assert.equal(asked.length, new Set(asked).size);
    assert.deepEqual(scheme.sort(['9', '10', 'x', '09']), ['x', '09', '9', '10']);
  });

  test('keeps the tool’s own words apart from the order', () => {
    const odd = defineScheme<number>({
      id: 'odd',
      title: 'Odd',
      parse: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
      compare: (a, b) => (a === b ? 0 : a < b ? -1 : 1),
      verdict: (a, b) => (a === 13 || b === 13 ? undefined : 0),
      facts: (number) => ({ numbers: [BigInt(number)], prerelease: false }),
    });
    assert.equal(odd.compare('1', '2'), -1);
    assert.equal(odd.precedence('1', '2'), 0);
    assert.equal(odd.precedence('1', '13'), undefined);
    assert.equal(odd.precedence('1', 'x'), undefined);
    assert.equal(odd.compare('1', '13'), -1);
  });

  test('remembers only so many texts', () => {
    for (let i = 0; i < 20_001; i += 1) scheme.facts(String(i));
    asked.length = 0;
    scheme.facts('12');
    assert.deepEqual(asked, ['12']);
  });
});

describe('schemes', () => {
  test('are all that a watchlist may name', () => {
    assert.deepEqual(Object.keys(SCHEMES), SchemeId.options);
    for (const [id, scheme] of Object.entries(SCHEMES)) assert.equal(scheme.id, id);
  });

  test('follow from the type, unless the watchlist chose', () => {
    assert.equal(schemeOf('npm'), SCHEMES.semver);
    assert.equal(schemeOf('pypi'), SCHEMES.pep440);
    assert.equal(schemeOf('deb'), SCHEMES.debian);
    assert.equal(schemeOf('maven'), SCHEMES.maven);
    assert.equal(schemeOf('gem'), SCHEMES.rubygems);
    assert.equal(schemeOf('nuget'), SCHEMES.nuget);
    assert.equal(schemeOf('golang'), SCHEMES.go);
    assert.equal(schemeOf('docker'), SCHEMES.docker);
    assert.equal(schemeOf('oci'), SCHEMES.docker);
    assert.equal(schemeOf('github'), SCHEMES.loose);
    assert.equal(schemeOf('constructor'), SCHEMES.loose);
    assert.equal(schemeOf('npm', 'loose'), SCHEMES.loose);
  });
});
