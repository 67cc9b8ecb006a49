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
    assert.equal(schemeOf('github'), SCHEMES.loose);
    assert.equal(schemeOf('npm', 'loose'), SCHEMES.loose);
  });
});
