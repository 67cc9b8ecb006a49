import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { valuesOf } from '../../src/derive/change-values.ts';
import { aChange } from './build-change.ts';

const SHA = 'a1b2c3d4e5f6'.padEnd(64, '0');
const LONG = 'reason '.repeat(40);

describe('the values of a change', () => {
  for (const [name, kind, value, short, whole, isCode] of [
    ['a digest', 'asset-replaced', `sha256:${SHA}`, 'sha256:a1b2c3d4e5f6…', `sha256:${SHA}`, true],
    [
      'npm’s digest',
      'asset-replaced',
      'sha512-AbC/+d0123456789==',
      'sha512-AbC/+d012345…',
      'sha512-AbC/+d0123456789==',
      true,
    ],
    ['a short digest', 'asset-added', 'md5:abc', 'md5:abc', undefined, true],
    ['a size', 'asset-removed', '1048576', '1.0 MB', '1048576 bytes', false],
    ['a commit', 'tag-moved', SHA.slice(0, 40), 'a1b2c3d4e5f6…', SHA.slice(0, 40), true],
    ['a commit of digits', 'tag-moved', '1'.repeat(40), '111111111111…', '1'.repeat(40), true],
    ['a build', 'rebuilt', `sha256:${SHA}`, 'sha256:a1b2c3d4e5f6…', `sha256:${SHA}`, true],
    ['a date', 'redated', '2026-01-02T03:04:05Z', '2 January 2026, 03:04 UTC', undefined, false],
    ['what should be a date', 'redated', 'soon', 'soon', undefined, false],
    ['a title', 'retitled', '<b>New</b>', '<b>New</b>', undefined, false],
    ['a reason', 'yanked', LONG, `${LONG.slice(0, 100)}…`, LONG, false],
    ['an id', 'identity-changed', 'R_1', 'R_1', undefined, false],
    ['a text that turns round', 'renamed', 'a\u202Eb', 'a⟨U+202E⟩b', undefined, false],
  ] as const) {
    test(name, () => {
      const expected = { short, whole, isCode };
      assert.deepEqual(valuesOf(aChange(kind, { before: value, after: value })), {
        before: expected,
        after: expected,
      });
    });
  }

  test('are none where there are none, and for notes', () => {
    const none = { before: undefined, after: undefined };
    assert.deepEqual(valuesOf(aChange('withdrawn')), none);
    assert.deepEqual(valuesOf(aChange('tag-moved', { before: '', after: '' })), none);
    assert.deepEqual(valuesOf(aChange('notes-edited', { before: ['a'], after: 'sha256:b' })), none);
  });
});
