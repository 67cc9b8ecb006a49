import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editDistance } from '../../../src/derive/search/edit-distance.ts';
import { foldText, wordsOf } from '../../../src/derive/search/fold-text.ts';
import { matchMistyped, matchName } from '../../../src/derive/search/match-name.ts';
import { matchVersion } from '../../../src/derive/search/match-version.ts';

// The more a word says of a name, the higher: every list is in falling order, and what stands behind the bar is not found at all.
const NAMES: Readonly<Record<string, readonly string[]>> = {
  axios: ['axios', 'axios-retry', 'retry-axios', 'myaxios', '|', 'axio', 'react'],
  '@octokit/graphql': ['@octokit/graphql', '@octokit/graphql-schema', '|', '@octokit/core'],
  graphql: ['graphql', 'graphql-js', '@octokit/graphql', 'mygraphql', '|', 'graph'],
  a: ['a', 'axios', 'my-axios', '|', 'java'],
  '.*': ['|', 'axios', '('],
  'c++': ['c++', 'c++filt', 'my-c++', '|', 'c'],
  שלום: ['שלום', 'שלום-עולם', '|', 'hello'],
};

for (const [word, names] of Object.entries(NAMES)) {
  test(`“${word}” as a name`, () => {
    const bar = names.indexOf('|');
    const scores = names.map((name) => (name === '|' ? Number.NaN : matchName(word, name)));
    for (const score of scores.slice(bar + 1)) assert.equal(score, 0);
    const found = scores.slice(0, bar);
    assert.ok(found.every((score, place) => score > 0 && score < (found[place - 1] ?? 2)));
  });
}

const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  '1.21': ['1.21', '1.21.3', '1.210.0', '|', '0.1.21', '11.21', '2.0.0'],
  'v1.21.0': ['1.21.0', '1.21.0-rc.1', '|', '1.21', '1.21.1'],
  '1': ['1', '1.0.0', '10.0.0', '|', '0.1.0', '2.1', '21'],
  rc: ['rc', 'rc-2', '2.0.0-rc.1', '|', '2.0.0-src', '2.0.0'],
  'rc.1': ['2.0.0-rc.1', '2.0.0-rc.10', '|', '2.0.0-rc.2'],
  '1.0.0': ['v1.0.0', '1.0.0-rc.1', '@scope/x@1.0.0', '|', '21.0.0', '@scope/x@21.0.0'],
  '@scope/x@1': ['@scope/x@1', '@scope/x@1.0.0', '@scope/x@10.0.0', '|', '@scope/y@1.0.0'],
  '(1.': ['|', '1.0.0', '2'],
  '\\d+': ['|', '1.0.0'],
};

for (const [word, versions] of Object.entries(VERSIONS)) {
  test(`“${word}” as a version`, () => {
    const bar = versions.indexOf('|');
    const scores = versions.map((version) => (version === '|' ? Number.NaN : matchVersion(word, version)));
    for (const score of scores.slice(bar + 1)) assert.equal(score, 0);
    const found = scores.slice(0, bar);
    assert.ok(found.every((score, place) => score > 0 && score < (found[place - 1] ?? 2)));
  });
}

const SLIPS: readonly (readonly [word: string, text: string, slips: number])[] = [
  ['axios', 'axios', 0],
  ['axi', 'axios', 0],
  ['axois', 'axios', 1],
  ['axiso', 'axios', 1],
  ['axos', 'axios', 1],
  ['axxios', 'axios', 1],
  ['exios', 'axios', 1],
  ['kuberntes', 'kubernetes', 1],
  ['kubrentes', 'kubernetes', 2],
  ['zzzz', 'axios', 3],
  ['', 'axios', 0],
  ['axios', '', 3],
];

for (const [word, text, slips] of SLIPS) {
  test(`from ${word} to the beginning of ${text} are ${slips} slips, or three and more`, () => {
    assert.equal(editDistance(word, text, 2), slips);
  });
}

const MISTYPED: readonly (readonly [word: string, name: string, isFound: boolean])[] = [
  ['axois', 'axios', true],
  ['retyr', 'axios-retry', true],
  ['kuberntes', 'kubernetes', true],
  ['kubrentes', 'kubernetes', true],
  ['rect', 'react', true],
  // Of three letters, one that is wrong says too little.
  ['vux', 'vue', false],
  ['raect', 'angular', false],
  ['axxxs', 'axios', false],
];

for (const [word, name, isFound] of MISTYPED) {
  test(`${word} ${isFound ? 'may mean' : 'does not mean'} ${name}`, () => {
    assert.equal(matchMistyped(word, name) > 0, isFound);
    assert.ok(matchMistyped(word, name) < 0.5, 'less than what is spelt right');
  });
}

test('fewer slips are the better guess', () => {
  assert.ok(matchMistyped('kuberntes', 'kubernetes') > matchMistyped('kubrentes', 'kubernetes'));
});

test('words are folded, unlike, at most eight, and of the first 200 characters', () => {
  assert.deepEqual(wordsOf('  Café  AXIOS axios ﬁx '), ['cafe', 'axios', 'fix']);
  assert.deepEqual(wordsOf(' \t\n'), []);
  assert.equal(wordsOf(Array.from({ length: 50 }, (_, index) => `w${index}`).join(' ')).length, 8);
  assert.deepEqual(wordsOf('x'.repeat(10_000)), ['x'.repeat(200)]);
  assert.equal(foldText('İstanbul'), 'istanbul');
});
