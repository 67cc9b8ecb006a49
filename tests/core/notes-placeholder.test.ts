import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPlaceholder } from '../../src/core/notes-placeholder.ts';

const NOTHING_YET = [
  [],
  [''],
  ['  ', '\t'],
  ['TBD'],
  ['**TBD**', ''],
  ['TODO.'],
  ['_Coming soon…_'],
  ['# WIP'],
  ['n/a'],
  ['N/A'],
  ['Release notes to follow.'],
  ['Release notes will be added here later'],
  ['(draft)'],
  ['- tba'],
];

const NOTES = [
  ['Fixed'],
  ['TBD: what breaks'],
  ['First release'],
  ['TBD', 'and a second line'],
  ['Coming soon to a phone near you: dark mode'],
  ['none of the tests failed'],
  ['x'.repeat(100_000)],
  ['wip'.repeat(20_000)],
];

describe('notes', () => {
  for (const notes of NOTHING_YET) {
    test(`say nothing yet: ${JSON.stringify(notes)}`, () => assert.equal(isPlaceholder(notes), true));
  }

  for (const notes of NOTES) {
    test(`say something: ${JSON.stringify(notes).slice(0, 60)}`, () =>
      assert.equal(isPlaceholder(notes), false));
  }
});
