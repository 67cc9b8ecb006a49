import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { encodeSegment } from '../../src/core/encode-segment.ts';

const TABLE: readonly (readonly [string, string])[] = [
  ['axios', 'axios'],
  ['a.b_c+d-e', 'a.b_c+d-e'],
  ['JSONStream', '%4a%53%4f%4e%53tream'],
  ['a/b', 'a%2fb'],
  ['a\\b', 'a%5cb'],
  ['a%2fb', 'a%252fb'],
  ['a b', 'a%20b'],
  ['@a', '%40a'],
  ['a@b', 'a%40b'],
  ['~a', '%7ea'],
  ['é', '%c3%a9'],
  ['e\u0301', 'e%cc%81'],
  ['\u{1f600}', '%f0%9f%98%80'],
  ['a\0', 'a%00'],
  ['a.', 'a%2e'],
  ['...', '..%2e'],
  ['.a', '.a'],
  ['con', 'con_'],
  ['con_', 'con__'],
  ['con.txt', 'con.txt_'],
  ['con_.txt', 'con_.txt_'],
  ['con.txt_', 'con.txt__'],
  ['CON', '%43%4f%4e'],
  ['com1', 'com1_'],
  ['lpt0.tar.gz', 'lpt0.tar.gz_'],
  ['nul', 'nul_'],
  ['console', 'console'],
  ['com10', 'com10'],
];

/** Names that are likely to meet: made of the pieces that the encoding treats specially. */
const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom('a', 'A', 'con', '_', '.', '%', '2', 'e', '5', 'f', '/', '@', '~', 'é'),
    minLength: 1,
    maxLength: 5,
  }),
);

describe('encodeSegment', () => {
  for (const [name, encoded] of TABLE) {
    test(`${JSON.stringify(name)} → ${encoded}`, () => assert.equal(encodeSegment(name), encoded));
  }

  test('keeps the @ of a scope only, and only in front', () => {
    assert.equal(encodeSegment('@octokit', true), '@octokit');
    assert.equal(encodeSegment('@a@b', true), '@a%40b');
    assert.equal(encodeSegment('a@b', true), 'a%40b');
  });

  for (const name of ['', '.', '..', '\ud800', 'a\udc00']) {
    test(`refuses ${JSON.stringify(name)}`, () => assert.throws(() => encodeSegment(name), RangeError));
  }

  test('no two names meet, not even on a disk that folds case and accents', () => {
    const folded = (name: string) => encodeSegment(name).toLowerCase().normalize('NFKC');
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        fc.pre(![a, b].some((name) => ['.', '..'].includes(name)));
        assert.equal(folded(a) === folded(b), a === b);
      }),
      { numRuns: 2000 },
    );
  });

  test('the result is one plain segment that Windows takes too', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        fc.pre(!['.', '..'].includes(name));
        const encoded = encodeSegment(name);
        assert.match(encoded, /^[a-z0-9._+%-]+$/);
        assert.doesNotMatch(encoded, /^\.{1,2}$|\.$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)(?!.*_$)/);
      }),
    );
  });
});
