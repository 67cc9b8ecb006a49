import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actionOf, type Press, SHORTCUTS } from '../../../src/components/reader/shortcuts.ts';

const PLAIN = { hasModifier: false, isTyping: false, isElsewhere: false, areOn: true };

describe('a key', () => {
  for (const { key, action } of SHORTCUTS) {
    test(`${key} does what the list says`, () => assert.equal(actionOf({ ...PLAIN, key }), action));
  }

  const NOT: readonly (readonly [why: string, Partial<Press>])[] = [
    ['with a modifier', { hasModifier: true }],
    ['in a field', { isTyping: true }],
    ['while a dialog is open', { isElsewhere: true }],
    ['that the reader turned off', { areOn: false }],
    ['that means nothing', { key: 'x' }],
    ['that is a capital letter', { key: 'J' }],
    ['that has the name of something else', { key: 'constructor' }],
  ];
  for (const [why, press] of NOT) {
    test(`${why} does nothing`, () => assert.equal(actionOf({ ...PLAIN, key: 'j', ...press }), undefined));
  }
});

test('no key does two things', () => {
  assert.equal(new Set(SHORTCUTS.map(({ key }) => key)).size, SHORTCUTS.length);
});
